import type { DelayFamily } from './delay-family.ts'
import { delaysBySlot } from './per-channel.ts'

/**
 * A share of the processors, chosen at random, is slow for the whole execution: every message to one of them has
 * delay 1, every other message is fast. At least one processor is slow.
 */
export const slowProcessors: DelayFamily<'slow-processors'> = {
  name: 'slow-processors',
  summary: 'messages to a share of the processors are slow (delay 1), all others fast',
  parameters: {
    share: {
      kind: 'number',
      default: 0.1,
      min: 0,
      max: 1,
      description: 'the share of slow processors; at least one is slow',
    },
    fast: { kind: 'number', default: 0.1, min: 1e-9, max: 1, description: 'the delay of a fast message' },
  },
  create({ graph, values, stream }) {
    const { n } = graph
    const count = Math.max(1, Math.round((values.share as number) * n))
    const slow = new Uint8Array(n)
    for (const p of stream.permutation(n).subarray(0, count)) slow[p] = 1
    const fast = values.fast as number
    const delays = delaysBySlot(graph, (_, q) => (slow[q] === 1 ? 1 : fast))
    return { kind: 'per channel', bounded: true, bounds: { min: fast, max: 1 }, delays }
  },
}
