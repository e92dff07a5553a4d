import { element } from './dom.ts'

/** A canvas that is as sharp as the screen and as large as its element. Sizes are in CSS pixels. */
export class Surface {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
  width = 0
  height = 0
  readonly #observer: ResizeObserver

  constructor(label: string, className: string, onResize: () => void) {
    this.canvas = element('canvas', { role: 'img', 'aria-label': label, class: className })
    this.context = this.canvas.getContext('2d')!
    this.#observer = new ResizeObserver(() => {
      this.#fit()
      onResize()
    })
    this.#observer.observe(this.canvas)
  }

  close(): void {
    this.#observer.disconnect()
  }

  /** A hidden copy of the same size, drawn once and shown often; `old` is one that is no longer needed. */
  layer(draw: (pen: Pen) => void, old = new OffscreenCanvas(1, 1)): OffscreenCanvas {
    // This also wipes it.
    old.width = Math.max(1, this.canvas.width)
    old.height = Math.max(1, this.canvas.height)
    const pen = old.getContext('2d')!
    pen.scale(devicePixelRatio, devicePixelRatio)
    draw(pen)
    return old
  }

  show(layer: OffscreenCanvas): void {
    this.context.drawImage(layer, 0, 0, this.width, this.height)
  }

  clear(): void {
    this.context.clearRect(0, 0, this.width, this.height)
  }

  /** Where a pointer is. */
  place({ clientX, clientY }: MouseEvent): { readonly x: number; readonly y: number } {
    const { left, top } = this.canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.canvas
    this.width = clientWidth
    this.height = clientHeight
    this.canvas.width = Math.round(clientWidth * devicePixelRatio)
    this.canvas.height = Math.round(clientHeight * devicePixelRatio)
    this.context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  }
}

/** Both kinds of canvas draw alike. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
