import { InputError } from '../errors.ts'
import type { Graph } from './graph.ts'
import { counted } from './notes.ts'
import { channelsMax } from './sizes.ts'

/** A zero for each slot; an InputError that begins with `what` if there is no room for so many. */
export function arrayBySlot(graph: Graph, what: string): Float64Array {
  if (graph.m > channelsMax)
    throw new InputError(
      `${what} take a number for each direction of each channel; this network has ${counted(graph.m, 'channel')}, ` +
        `and there is room for ${counted(channelsMax, 'channel')}`,
    )
  return new Float64Array(2 * graph.m)
}
