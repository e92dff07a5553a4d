import { InputError } from '../errors.ts'
import type { Graph } from '../topology/graph.ts'
import type { DelayFamily } from './delay-family.ts'
import { delaysBySlot } from './per-channel.ts'

/** Delays proportional to the Euclidean length of the channel; the longest channel has delay 1. */
export const distance: DelayFamily<'distance'> = {
  name: 'distance',
  summary: 'proportional to the length of the channel, for topologies with coordinates',
  parameters: {
    min: {
      kind: 'number',
      default: 0.001,
      min: 1e-9,
      max: 1,
      description: 'the least delay, for processors at the same place',
    },
  },
  create({ graph, values }) {
    const lengths = channelLengths(graph)
    const longest = lengths.reduce((a, b) => Math.max(a, b), 0)
    if (!(longest > 0))
      throw new InputError('delay distance: all processors that share a channel are at the same place')
    const min = values.min as number
    return {
      kind: 'per channel',
      bounded: true,
      bounds: { min, max: 1 },
      delays: lengths.map((length) => Math.max(min, length / longest)),
    }
  },
}

/** The length of each channel, by slot. */
function channelLengths(graph: Graph): Float64Array {
  const { coordinates } = graph.details
  if (coordinates === undefined)
    throw new InputError(
      'delay distance needs coordinates, which this topology has not; random-geometric has them, and files that place all their nodes',
    )
  return delaysBySlot(graph, (p, q) => {
    const dx = coordinates[2 * p]! - coordinates[2 * q]!
    const dy = coordinates[2 * p + 1]! - coordinates[2 * q + 1]!
    return Math.sqrt(dx * dx + dy * dy)
  })
}
