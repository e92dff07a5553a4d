import type { GraphDetails } from '../graph.ts'
import { RegularGraph } from './regular-graph.ts'

/** Every two processors share a channel. Processors stand on a circle, and channel k leads k + 1 of them on. */
export class OrientedCompleteGraph extends RegularGraph {
  constructor(n: number, details: GraphDetails) {
    super(n, n - 1, { ...details, orientation: 'complete' })
  }

  route(
    senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const { n } = this
    const degree = n - 1
    for (let i = begin; i < end; i++) {
      const sender = senders[i]!
      const channel = slots[i]! - degree * sender
      const ahead = sender + channel + 1
      receivers[i] = ahead < n ? ahead : ahead - n
      // k + 1 on and n − k − 1 on lead once round.
      mirrors[i] = n - 2 - channel
    }
  }
}
