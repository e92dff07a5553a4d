import type { Network } from '../model/index.ts'

/** For each processor, its neighbours in the order of its channels. For small networks: O(m) numbers in lists. */
export function neighborLists(network: Network): number[][] {
  return Array.from({ length: network.n }, (_, p) =>
    Array.from({ length: network.degree(p) }, (_, channel) => network.neighbor(p, channel)),
  )
}
