import { InputError } from '../errors.ts'
import { channelsInOrder } from './channels-in-order.ts'
import type { WeightFamily } from './weight-family.ts'

/** The Euclidean length of each channel, in the unit of the coordinates. */
export const distance: WeightFamily<'distance'> = {
  name: 'distance',
  summary: 'the length of the channel, for topologies with coordinates',
  title: 'weights by distance',
  random: false,
  parameters: {},
  create({ graph }) {
    const { coordinates } = graph.details
    if (coordinates === undefined)
      throw new InputError(
        'weights distance need coordinates, which this topology has not; random-geometric has them, and files that place all their nodes',
      )
    const lengths = new Float64Array(graph.m)
    let next = 0
    channelsInOrder(graph, (p, q) => {
      const dx = coordinates[2 * p]! - coordinates[2 * q]!
      const dy = coordinates[2 * p + 1]! - coordinates[2 * q + 1]!
      // Not hypot, whose last digit may differ between machines.
      lengths[next++] = Math.sqrt(dx * dx + dy * dy)
    })
    return lengths
  },
}
