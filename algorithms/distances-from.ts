import type { Network } from '../engine/index.ts'

/** By processor, its distance from `source` in a connected network. */
export function distancesFrom(network: Network, source: number): Int32Array {
  const distances = new Int32Array(network.n).fill(-1)
  distances[source] = 0
  const queue = [source]
  for (const p of queue)
    for (let channel = 0; channel < network.degree(p); channel++) {
      const q = network.neighbor(p, channel)
      if (distances[q] !== -1) continue
      distances[q] = distances[p]! + 1
      queue.push(q)
    }
  return distances
}
