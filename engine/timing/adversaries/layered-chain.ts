import { InputError } from '../../errors.ts'
import type { Adversary, Instance } from '../../model/index.ts'
import { breadthFirst } from '../../topology/distances.ts'
import { Graph } from '../../topology/graph.ts'
import { LongPaths } from '../../topology/long-paths.ts'

/** By how much the chain is ahead of all other messages in each layer, of one unit of time. */
const lead = 2 ** -20

/**
 * Everyone is reached from the root as late as can be, and yet by a long way: news comes to each layer of processors at
 * equal distance a little before all other messages do, and then runs through the layer along a long path. All other
 * messages take 1. So distance d is reached at time d, less d · 2^−20 at most, and on a complete graph by a chain of
 * n − 1 channels.
 */
export function layeredChain({ network, root }: Instance): Adversary {
  if (!(network instanceof Graph)) throw new InputError('the layered chain needs a graph of the engine')
  const before = chainThrough(network, root)
  const { distances } = breadthFirst(network, root)
  // Within two layers together, the chain must lose less than its lead.
  const step = lead / (2 * network.n)
  return {
    delay({ sender, receiver }) {
      if (before[receiver] !== sender) return 1
      return distances[sender] === distances[receiver] ? step : 1 - lead
    },
  }
}

/** By processor, who comes before it on the chain; −1 where it does not pass. */
function chainThrough(graph: Graph, root: number): Int32Array {
  const { distances, parentChannels, order } = breadthFirst(graph, root)
  const before = new Int32Array(graph.n).fill(-1)
  const paths = new LongPaths(graph, distances)
  let chain = paths.from(root)
  let layer = 0
  for (const p of order) {
    // Once for each layer: if the chain does not lead there, whoever was found first begins a new one.
    if (distances[p] === layer) continue
    layer = distances[p]!
    const [from, first] = crossing(graph, distances, chain) ?? [graph.neighbor(p, parentChannels[p]!), p]
    before[first] = from
    chain = paths.from(first)
    for (let i = 1; i < chain.length; i++) before[chain[i]!] = chain[i - 1]!
  }
  return before
}

/** The last of these processors that has a neighbour in the next layer, and that neighbour. */
function crossing(
  graph: Graph,
  distances: Int32Array,
  processors: readonly number[],
): readonly [number, number] | null {
  for (const p of processors.toReversed())
    for (let channel = 0; channel < graph.degree(p); channel++) {
      const q = graph.neighbor(p, channel)
      if (distances[q]! > distances[p]!) return [p, q]
    }
  return null
}
