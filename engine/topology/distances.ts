import type { Graph } from './graph.ts'

/** What a breadth-first search from one processor finds. */
export interface BreadthFirst {
  /** By processor; −1 where it cannot be reached. */
  readonly distances: Int32Array
  /** By processor, the slot that leads to its parent in the search tree; −1 at the source and out of reach. */
  readonly parentSlots: Int32Array
  /** The largest distance. */
  readonly eccentricity: number
  /** The processors in the order of discovery. */
  readonly order: Uint32Array
}

/** Breadth-first search, channels in their processor's order. O(n + m) time. */
export function breadthFirst(graph: Graph, source: number): BreadthFirst {
  const { n, offsets, neighbors, mirrors } = graph
  const distances = new Int32Array(n).fill(-1)
  const parentSlots = new Int32Array(n).fill(-1)
  const queue = new Uint32Array(n)
  distances[source] = 0
  queue[0] = source
  let tail = 1
  let head = 0
  for (; head < tail; head++) {
    const p = queue[head]!
    for (let s = offsets[p]!; s < offsets[p + 1]!; s++) {
      const q = neighbors[s]!
      if (distances[q] !== -1) continue
      distances[q] = distances[p]! + 1
      parentSlots[q] = mirrors[s]!
      queue[tail++] = q
    }
  }
  return {
    distances,
    parentSlots,
    eccentricity: distances[queue[tail - 1]!]!,
    order: queue.subarray(0, tail),
  }
}
