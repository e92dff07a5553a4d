import { InputError } from '../errors.ts'
import type { Orientation } from '../topology/graph.ts'
import { channelNumbers, StoredGraph } from '../topology/stored-graph.ts'
import type { Place } from './fields.ts'

/**
 * The network in which processor p has the neighbours neighbors[p], in the order of its channels. Throws an
 * InputError unless these are the lists of a simple undirected graph.
 */
export function networkOf(
  neighbors: readonly (readonly number[])[],
  orientation: Orientation,
  place: Place,
): StoredGraph {
  const n = neighbors.length
  const fail = (p: number, problem: string): never => {
    throw new InputError(`${place()}: field neighbors[${p}] ${problem}`)
  }
  const offsets = new Uint32Array(n + 1)
  for (const [p, row] of neighbors.entries()) offsets[p + 1] = offsets[p]! + row.length
  const flat = new Uint32Array(offsets[n]!)
  const degreeMax = neighbors.reduce((largest, row) => Math.max(largest, row.length), 0)
  const mirrors = channelNumbers(flat.length, degreeMax)
  const channelTo = neighbors.map((row, p) => {
    const channels = new Map<number, number>()
    for (const [channel, q] of row.entries()) {
      if (q >= n || q === p) fail(p, `has ${q}; it must name other processors, from 0 to ${n - 1}`)
      if (channels.has(q)) fail(p, `has ${q} twice`)
      channels.set(q, channel)
      flat[offsets[p]! + channel] = q
    }
    return channels
  })
  for (const [p, channels] of channelTo.entries())
    for (const [q, channel] of channels)
      mirrors[offsets[p]! + channel] =
        channelTo[q]!.get(p) ?? fail(p, `has ${q}, but neighbors[${q}] does not have ${p}`)
  return new StoredGraph(offsets, flat, mirrors, { orientation })
}
