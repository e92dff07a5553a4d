import type { Instance } from '../../engine/index.ts'

/** The channels of the longest path along which identifiers ascend. */
export const longestAscendingPath = {
  description: 'the longest path along which identifiers ascend, in channels',
  value({ network, ids }: Instance): number {
    const { n } = network
    const order = Uint32Array.from({ length: n }, (_, p) => p).sort((p, q) => ids[p]! - ids[q]!)
    const length = new Int32Array(n)
    let longest = 0
    for (const p of order)
      for (let channel = 0; channel < network.degree(p); channel++) {
        const q = network.neighbor(p, channel)
        if (ids[q]! < ids[p]!) continue
        length[q] = Math.max(length[q]!, length[p]! + 1)
        longest = Math.max(longest, length[q]!)
      }
    return longest
  },
}
