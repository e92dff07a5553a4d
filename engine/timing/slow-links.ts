import type { DelayFamily } from './delay-family.ts'
import { byParameter, drawPerChannel } from './per-channel.ts'

/** A channel is slow, delay 1, with probability p, and fast otherwise, for the whole execution. */
export const slowLinks: DelayFamily<'slow-links'> = {
  name: 'slow-links',
  summary: 'each channel is slow (delay 1) with probability p, otherwise fast, for the whole execution',
  parameters: {
    p: {
      kind: 'number',
      default: 0.1,
      min: 0,
      max: 1,
      description: 'the probability that a channel is slow',
    },
    fast: { kind: 'number', default: 0.1, min: 1e-9, max: 1, description: 'the delay of a fast channel' },
    by: byParameter,
  },
  create({ graph, values, stream }) {
    const p = values.p as number
    const fast = values.fast as number
    const delays = drawPerChannel(graph, values.by as string, () => (stream.uniform() < p ? 1 : fast))
    return { kind: 'per channel', bounded: true, bounds: { min: fast, max: 1 }, delays }
  },
}
