import type { Network } from '../model/index.ts'
import { channelsInOrder } from './channels-in-order.ts'

/** Looks up the weight of the channel between two processors; undefined if they share none. */
export function weightsByEnds(
  network: Network,
  weights: ArrayLike<number>,
): (p: number, q: number) => number | undefined {
  const { n } = network
  const known = new Map<number, number>()
  channelsInOrder(network, (p, q) => known.set(p * n + q, weights[known.size]!))
  return (p, q) => known.get(Math.min(p, q) * n + Math.max(p, q))
}
