import type { Network } from '../model/index.ts'
import { Partition } from '../topology/partition.ts'
import { channelsInOrder } from './channels-in-order.ts'

/** A channel of a spanning tree, with its ends p < q. */
export interface TreeChannel {
  readonly p: number
  readonly q: number
  readonly weight: number
}

/** Kruskal's minimum spanning tree, the lightest channel first; of equal weights, the first in order counts as lighter. */
export function minimumSpanningTree(network: Network, weights: ArrayLike<number>): TreeChannel[] {
  const lower = new Uint32Array(network.m)
  const upper = new Uint32Array(network.m)
  let next = 0
  channelsInOrder(network, (p, q) => {
    lower[next] = p
    upper[next++] = q
  })
  const tree: TreeChannel[] = []
  const partition = new Partition(network.n)
  const byWeight = Uint32Array.from(lower, (_, i) => i).sort((i, j) => weights[i]! - weights[j]! || i - j)
  for (const i of byWeight)
    if (partition.unite(lower[i]!, upper[i]!)) tree.push({ p: lower[i]!, q: upper[i]!, weight: weights[i]! })
  return tree
}
