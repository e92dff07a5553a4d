import type { GraphDetails } from '../graph.ts'
import { RegularGraph } from './regular-graph.ts'

/** 2^dimension processors; channel i leads to the one whose number differs in bit i. */
export class HypercubeGraph extends RegularGraph {
  readonly #dimension: number

  constructor(dimension: number, details: GraphDetails) {
    super(2 ** dimension, dimension, details)
    this.#dimension = dimension
  }

  route(
    senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const dimension = this.#dimension
    for (let i = begin; i < end; i++) {
      const sender = senders[i]!
      const channel = slots[i]! - dimension * sender
      const receiver = sender ^ (1 << channel)
      receivers[i] = receiver
      mirrors[i] = channel
    }
  }
}
