import type { Random } from '../random.ts'
import { CompleteGraph } from './computed/complete-graph.ts'
import { RegularGraph } from './computed/regular-graph.ts'
import { shuffledRegularGraph } from './computed/shuffled-graph.ts'
import type { Graph } from './graph.ts'
import { multiples } from './multiples.ts'
import { StoredGraph, storedGraph } from './stored-graph.ts'

/** The same graph, each processor numbering its channels by ascending neighbour. */
export function withSortedChannels(graph: Graph): Graph {
  if (graph instanceof CompleteGraph) return graph
  const stored = storedGraph(graph)
  return renumbered(stored, (row) => row.sort((s, t) => stored.neighbors[s]! - stored.neighbors[t]!))
}

/** The same graph, each processor numbering its channels in a random order. */
export function withShuffledChannels(graph: Graph, stream: Random): Graph {
  if (graph instanceof RegularGraph) return shuffledRegularGraph(graph, stream)
  return renumbered(storedGraph(graph), (row) => stream.shuffle(row))
}

/** The graph with the slots of each processor put in the order that `arrange` gives them. */
function renumbered(graph: StoredGraph, arrange: (slots: Uint32Array) => Uint32Array): StoredGraph {
  const slots = multiples(2 * graph.m, 1)
  for (let p = 0; p < graph.n; p++) arrange(slots.subarray(graph.offsets[p]!, graph.offsets[p + 1]!))
  const placeOf = new Uint32Array(slots.length)
  for (let place = 0; place < slots.length; place++) placeOf[slots[place]!] = place
  const neighbors = new Uint32Array(slots.length)
  const mirrors = new Uint32Array(slots.length)
  for (let place = 0; place < slots.length; place++) {
    const slot = slots[place]!
    neighbors[place] = graph.neighbors[slot]!
    mirrors[place] = placeOf[graph.mirrors[slot]!]!
  }
  const { orientation: _lost, ...details } = graph.details
  return new StoredGraph(graph.offsets, neighbors, mirrors, details)
}
