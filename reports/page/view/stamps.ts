import type { Pen } from './surface.ts'

/** Small pictures that are drawn once and stamped often, which is much faster than to draw them again. */
export class Stamps {
  readonly #stamps = new Map<string, OffscreenCanvas>()

  /** `draw` draws about the origin, no farther from it than `reach`; it must draw the same for the same name. */
  get(name: string, reach: number, draw: (pen: Pen) => void): OffscreenCanvas {
    const known = this.#stamps.get(name)
    if (known !== undefined) return known
    const side = Math.ceil(2 * reach * devicePixelRatio)
    const made = new OffscreenCanvas(side, side)
    const pen = made.getContext('2d')!
    pen.translate(side / 2, side / 2)
    pen.scale(devicePixelRatio, devicePixelRatio)
    draw(pen)
    this.#stamps.set(name, made)
    return made
  }

  clear(): void {
    this.#stamps.clear()
  }
}

/** Stamps on whole pixels of the screen, so that nothing is blurred. */
export function stampAt(pen: Pen, stamp: OffscreenCanvas, x: number, y: number): void {
  const pixels = devicePixelRatio
  const size = stamp.width / pixels
  const left = Math.round((x - size / 2) * pixels) / pixels
  const top = Math.round((y - size / 2) * pixels) / pixels
  pen.drawImage(stamp, left, top, size, size)
}
