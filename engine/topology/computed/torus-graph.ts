import type { GraphDetails } from '../graph.ts'
import { RegularGraph } from './regular-graph.ts'

/** A box that wraps round: channels 2i and 2i + 1 lead one up and one down in dimension i. Sides are at least 3. */
export class TorusGraph extends RegularGraph {
  readonly #sides: Uint32Array
  /** By dimension: how far apart the numbers of neighbours are, the product of the sides before. */
  readonly #strides: Uint32Array

  constructor(sides: readonly number[], details: GraphDetails) {
    const strides = [1]
    for (const [i, side] of sides.entries()) strides.push(side * strides[i]!)
    super(strides.pop()!, 2 * sides.length, details)
    this.#sides = Uint32Array.from(sides)
    this.#strides = Uint32Array.from(strides)
  }

  route(
    senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const sides = this.#sides
    const strides = this.#strides
    const degree = 2 * sides.length
    for (let i = begin; i < end; i++) {
      const sender = senders[i]!
      const channel = slots[i]! - degree * sender
      const side = sides[channel >>> 1]!
      const stride = strides[channel >>> 1]!
      const coordinate = ((sender / stride) >>> 0) % side
      const [edge, step] = (channel & 1) === 0 ? [side - 1, stride] : [0, -stride]
      const receiver = coordinate === edge ? sender - (side - 1) * step : sender + step
      receivers[i] = receiver
      mirrors[i] = channel ^ 1
    }
  }
}
