import type { Channel } from '../model/index.ts'
import type { Graph } from '../topology/graph.ts'
import { weightsBySlot } from './weights-by-slot.ts'

/** The weight of a processor's channel; undefined where channels have none. */
export function weightAt(
  graph: Graph,
  weights: ArrayLike<number> | null,
  processor: number,
  channel: Channel,
): number | undefined {
  return weights === null ? undefined : weightsBySlot(graph, weights)[graph.firstSlot(processor) + channel]
}
