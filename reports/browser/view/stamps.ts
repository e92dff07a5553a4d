import type { Pen } from './surface.ts'

/** Small pictures that are drawn once and stamped often, which is much faster than to draw them again. */
export class Stamps {
  readonly #stamps = new Map<string, OffscreenCanvas>()

  /** `draw` draws about the origin, no farther from it than `reach`; it must draw the same for the same name. */
  stamp(pen: Pen, name: string, reach: number, x: number, y: number, draw: (pen: Pen) => void): void {
    const made = this.#stamps.get(name) ?? this.#make(name, reach, draw)
    // On whole pixels of the screen, so that nothing is blurred.
    const whole = (place: number) => Math.round(place * devicePixelRatio) / devicePixelRatio
    const size = made.width / devicePixelRatio
    pen.drawImage(made, whole(x - size / 2), whole(y - size / 2), size, size)
  }

  clear(): void {
    this.#stamps.clear()
  }

  #make(name: string, reach: number, draw: (pen: Pen) => void): OffscreenCanvas {
    const side = Math.ceil(2 * reach * devicePixelRatio)
    const made = new OffscreenCanvas(side, side)
    const pen = made.getContext('2d')!
    pen.translate(side / 2, side / 2)
    pen.scale(devicePixelRatio, devicePixelRatio)
    draw(pen)
    this.#stamps.set(name, made)
    return made
  }
}
