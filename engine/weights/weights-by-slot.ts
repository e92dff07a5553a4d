import { arrayBySlot } from '../topology/array-by-slot.ts'
import type { Graph } from '../topology/graph.ts'
import { channelsInOrder } from './channels-in-order.ts'

/** By list of weights, what was computed last: a sweep or a search runs on one network again and again. */
const latest = new WeakMap<object, { readonly graph: Graph; readonly bySlot: Float64Array }>()

/** The weight of each channel by slot, so that both ends find it under their own numbers. */
export function weightsBySlot(graph: Graph, weights: ArrayLike<number>): Float64Array {
  const known = latest.get(weights)
  if (known?.graph === graph) return known.bySlot
  const bySlot = arrayBySlot(graph, 'weights')
  let next = 0
  channelsInOrder(graph, (p, q, channel) => {
    const weight = weights[next++]!
    bySlot[graph.firstSlot(p) + channel] = weight
    bySlot[graph.firstSlot(q) + graph.mirror(p, channel)] = weight
  })
  latest.set(weights, { graph, bySlot })
  return bySlot
}
