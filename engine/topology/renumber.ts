import type { Random } from '../random.ts'
import { CompleteGraph } from './computed/complete-graph.ts'
import { RegularGraph } from './computed/regular-graph.ts'
import { shuffledRegularGraph } from './computed/shuffled-graph.ts'
import type { Graph } from './graph.ts'
import { channelNumbers, StoredGraph, storedGraph } from './stored-graph.ts'

/** The same graph, each processor numbering its channels by ascending neighbour. */
export function withSortedChannels(graph: Graph): Graph {
  if (graph instanceof CompleteGraph) return graph
  const stored = storedGraph(graph)
  const { neighbors } = stored
  return renumbered(stored, (row, degree) =>
    row.subarray(0, degree).sort((s, t) => neighbors[s]! - neighbors[t]!),
  )
}

/** The same graph, each processor numbering its channels in a random order. */
export function withShuffledChannels(graph: Graph, stream: Random): Graph {
  if (graph instanceof RegularGraph) return shuffledRegularGraph(graph, stream)
  return renumbered(storedGraph(graph), (row, degree) => stream.shuffle(row, degree))
}

/** The same graph, each processor numbering its channels by ascending rank; `ranks` is by slot. */
export function withChannelsByRank(graph: Graph, ranks: ArrayLike<number>): StoredGraph {
  return renumbered(storedGraph(graph), (row, degree) =>
    row.subarray(0, degree).sort((s, t) => ranks[s]! - ranks[t]!),
  )
}

/** The graph with the slots of each processor, the first `degree` of a row, in the order that `arrange` puts them. */
function renumbered(
  graph: StoredGraph,
  arrange: (row: Uint32Array, degree: number) => Uint32Array,
): StoredGraph {
  const { n, m, offsets } = graph
  const placeOf = new Uint32Array(2 * m)
  let row = new Uint32Array(64)
  for (let p = 0; p < n; p++) {
    const first = offsets[p]!
    const degree = offsets[p + 1]! - first
    if (degree > row.length) row = new Uint32Array(2 * degree)
    for (let channel = 0; channel < degree; channel++) row[channel] = first + channel
    arrange(row, degree)
    for (let channel = 0; channel < degree; channel++) placeOf[row[channel]!] = first + channel
  }
  const neighbors = new Uint32Array(2 * m)
  const mirrors = channelNumbers(2 * m, graph.degreeMax)
  for (let slot = 0; slot < placeOf.length; slot++) {
    const place = placeOf[slot]!
    const neighbor = graph.neighbors[slot]!
    const theirs = offsets[neighbor]!
    neighbors[place] = neighbor
    mirrors[place] = placeOf[theirs + graph.mirrors[slot]!]! - theirs
  }
  const { orientation: _lost, ...details } = graph.details
  return new StoredGraph(offsets, neighbors, mirrors, details)
}
