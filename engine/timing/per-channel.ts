import type { TextParameter } from '../specs/entry.ts'
import { arrayBySlot } from '../topology/array-by-slot.ts'
import { ChannelRow } from '../topology/channel-row.ts'
import type { Graph } from '../topology/graph.ts'

/** Whether the two directions of a channel share one draw. */
export const byParameter = {
  kind: 'text',
  choices: ['channel', 'direction'],
  default: 'channel',
  description: 'whether both directions of a channel are alike or each is drawn for itself',
} as const satisfies TextParameter

/** One draw for each channel, or for each of its directions, by the sender's slot. O(m) time. */
export function drawPerChannel(graph: Graph, by: string, draw: () => number): Float64Array {
  return delaysBySlot(graph, (_from, _to, slot, mirror, delays) =>
    by === 'channel' && mirror < slot ? delays[mirror]! : draw(),
  )
}

/** The delay that `delayOf` gives to each direction of each channel, by the sender's slot and in that order. */
export function delaysBySlot(
  graph: Graph,
  delayOf: (from: number, to: number, slot: number, mirror: number, before: Float64Array) => number,
): Float64Array {
  const delays = arrayBySlot(graph, 'delays that belong to channels')
  const row = new ChannelRow(graph)
  for (let p = 0; p < graph.n; p++) {
    row.read(p)
    for (let i = row.begin; i < row.end; i++) {
      const slot = row.firstSlot + i - row.begin
      const neighbor = row.neighbors[i]!
      delays[slot] = delayOf(p, neighbor, slot, graph.firstSlot(neighbor) + row.mirrors[i]!, delays)
    }
  }
  return delays
}
