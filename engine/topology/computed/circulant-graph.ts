import type { GraphDetails } from '../graph.ts'
import { RegularGraph } from './regular-graph.ts'

/**
 * Processors on a circle. For each offset s in turn, one channel leads s processors on and the next one s back; if
 * s = n/2, where both meet, there is one.
 */
export class CirculantGraph extends RegularGraph {
  /** By channel: how far on it leads, and the channel that leads back. */
  readonly #steps: Uint32Array
  readonly #backs: Uint32Array

  constructor(n: number, offsets: readonly number[], details: GraphDetails) {
    const steps: number[] = []
    const backs: number[] = []
    for (const s of offsets) {
      const channel = steps.length
      if (2 * s === n) {
        steps.push(s)
        backs.push(channel)
      } else {
        steps.push(s, n - s)
        backs.push(channel + 1, channel)
      }
    }
    super(n, steps.length, details)
    this.#steps = Uint32Array.from(steps)
    this.#backs = Uint32Array.from(backs)
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
    const steps = this.#steps
    const backs = this.#backs
    const degree = steps.length
    for (let i = begin; i < end; i++) {
      const sender = senders[i]!
      const channel = slots[i]! - degree * sender
      const ahead = sender + steps[channel]!
      const receiver = ahead < n ? ahead : ahead - n
      receivers[i] = receiver
      mirrors[i] = backs[channel]!
    }
  }
}
