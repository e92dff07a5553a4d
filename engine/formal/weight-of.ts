import type { Channel, Instance } from '../model/index.ts'

/**
 * The weight of a processor's channel; undefined where channels have none. Weights are listed by the ends p < q of their
 * channels, so it is the one before which all channels {p', q'} come with p' < p, or with p' = p and q' < q.
 */
export function weightOf(
  { network, weights }: Instance,
  processor: number,
  channel: Channel,
): number | undefined {
  if (weights === null) return undefined
  const neighbor = network.neighbor(processor, channel)
  const [p, q] = [Math.min(processor, neighbor), Math.max(processor, neighbor)]
  let before = 0
  for (let lower = 0; lower <= p; lower++)
    for (let i = 0; i < network.degree(lower); i++) {
      const upper = network.neighbor(lower, i)
      if (upper > lower && (lower < p || upper < q)) before++
    }
  return weights[before]
}
