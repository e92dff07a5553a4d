import { ChannelRow } from './channel-row.ts'
import type { Graph } from './graph.ts'

/** What a breadth-first search from one processor finds. */
export interface BreadthFirst {
  /** By processor; −1 where it cannot be reached. */
  readonly distances: Int32Array
  /** By processor, its channel to its parent in the search tree; −1 at the source and out of reach. */
  readonly parentChannels: Int32Array
  /** The largest distance. */
  readonly eccentricity: number
  /** The processors in the order of discovery. */
  readonly order: Uint32Array
}

/** Breadth-first search, channels in their processor's order. O(n + m) time. */
export function breadthFirst(graph: Graph, source: number): BreadthFirst {
  const { n } = graph
  const row = new ChannelRow(graph)
  const distances = new Int32Array(n).fill(-1)
  const parentChannels = new Int32Array(n).fill(-1)
  const queue = new Uint32Array(n)
  distances[source] = 0
  queue[0] = source
  let tail = 1
  // Once all have been found, the channels of the rest have nothing to add.
  for (let head = 0; head < tail && tail < n; head++) {
    const p = queue[head]!
    row.read(p)
    const { neighbors, mirrors, begin, end } = row
    for (let i = begin; i < end; i++) {
      const q = neighbors[i]!
      if (distances[q] !== -1) continue
      distances[q] = distances[p]! + 1
      parentChannels[q] = mirrors[i]!
      queue[tail++] = q
    }
  }
  return {
    distances,
    parentChannels,
    eccentricity: distances[queue[tail - 1]!]!,
    order: queue.subarray(0, tail),
  }
}
