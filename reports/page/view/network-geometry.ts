import type { Graph } from '../../../engine/index.ts'
import { forEachChannel, type Layout } from '../layout/index.ts'
import type { Point } from '../replay/diagram.ts'

/** A layout in pixels: where processors stand, how large they are, which way a message goes. */
export class NetworkGeometry {
  readonly radius: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly #layout: Layout

  constructor(network: Graph, layout: Layout, width: number, height: number) {
    const margin = 24
    this.#layout = layout
    const across = span(layout.x)
    const down = span(layout.y)
    const scale = Math.min(
      (width - 2 * margin) / (across.size || 1e-9),
      (height - 2 * margin) / (down.size || 1e-9),
    )
    this.x = layout.x.map((x) => width / 2 + (x - across.middle) * scale)
    this.y = layout.y.map((y) => height / 2 + (y - down.middle) * scale)
    // Neighbours stay apart, and all together leave most of the picture free.
    const room = 0.17 * Math.sqrt((width * height) / network.n)
    this.radius = Math.max(1.8, Math.min(14, room, 0.32 * shortChannel(network, this.x, this.y)))
  }

  /** Where a message is that has come so far, from 0 to 1: from the rim of its sender to that of its receiver. */
  along(p: number, q: number, way: number): Point {
    const [a, middle, b] = [this.#at(p), this.middle(p, q), this.#at(q)]
    const rim = Math.min(0.4, this.radius / Math.hypot(a.x - b.x, a.y - b.y))
    const part = rim + way * (1 - 2 * rim)
    const mix = (from: number, over: number, to: number) =>
      (1 - part) ** 2 * from + 2 * part * (1 - part) * over + part ** 2 * to
    return { x: mix(a.x, middle.x, b.x), y: mix(a.y, middle.y, b.y) }
  }

  /** What a bent channel is bent towards: the control point of its curve. */
  middle(p: number, q: number): Point {
    const [a, b] = [this.#at(p), this.#at(q)]
    const bend = this.#layout.bend(p, q)
    return { x: (a.x + b.x) / 2 + bend * (b.y - a.y), y: (a.y + b.y) / 2 - bend * (b.x - a.x) }
  }

  isBent(p: number, q: number): boolean {
    return this.#layout.bend(p, q) !== 0
  }

  #at(p: number): Point {
    return { x: this.x[p]!, y: this.y[p]! }
  }
}

function span(values: Float64Array): { readonly size: number; readonly middle: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return { size: most - least, middle: (least + most) / 2 }
}

/** The length of a short channel, though not of the shortest. */
function shortChannel(network: Graph, x: Float64Array, y: Float64Array): number {
  const lengths: number[] = []
  forEachChannel(network, (p, q) => lengths.push(Math.hypot(x[p]! - x[q]!, y[p]! - y[q]!)))
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 20)] ?? Number.POSITIVE_INFINITY
}
