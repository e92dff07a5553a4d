import type { TextParameter } from '../catalogue.ts'
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
  const { mirrors } = graph
  const delays = new Float64Array(mirrors.length)
  for (let slot = 0; slot < delays.length; slot++) {
    const mirror = mirrors[slot]!
    delays[slot] = by === 'channel' && mirror < slot ? delays[mirror]! : draw()
  }
  return delays
}
