import type { GraphDetails } from '../graph.ts'
import { RegularGraph } from './regular-graph.ts'

/** Every two processors share a channel, numbered by ascending neighbour. */
export class CompleteGraph extends RegularGraph {
  constructor(n: number, details: GraphDetails) {
    super(n, n - 1, details)
  }

  route(
    senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const degree = this.n - 1
    for (let i = begin; i < end; i++) {
      const sender = senders[i]!
      const channel = slots[i]! - degree * sender
      const receiver = channel < sender ? channel : channel + 1
      receivers[i] = receiver
      mirrors[i] = sender < receiver ? sender : sender - 1
    }
  }
}
