import type { CellGrid } from './cell-grid.ts'
import type { ChannelList } from './channel-list.ts'
import { counted } from './notes.ts'
import { Partition } from './partition.ts'

/**
 * Adds the shortest channels that join the components, as Kruskal's algorithm chooses them; so the result contains a
 * Euclidean minimum spanning tree. `channels` must hold every channel of length at most `radius`. Returns what was
 * done, for the graph's notes.
 */
export function joinShortest(cells: CellGrid, channels: ChannelList, radius: number): readonly string[] {
  const partition = new Partition(cells.n)
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) partition.unite(u[i]!, v[i]!)
  const components = partition.count
  // Whatever joins components now is longer than the radius; look ever farther until one component is left,
  // beginning no nearer than the mean distance of neighbouring points.
  while (partition.count > 1) {
    radius = Math.max(2 * radius, 1 / Math.sqrt(cells.n))
    for (const { p, q } of channelsBetweenComponents(cells, partition, radius))
      if (partition.unite(p, q)) channels.push(p, q)
  }
  const added = components - 1
  return added === 0
    ? []
    : [`added the shortest ${counted(added, 'channel')} that connect ${counted(components, 'component')}`]
}

interface Candidate {
  readonly p: number
  readonly q: number
  readonly squared: number
}

/** Those of length at most `radius`, the shortest first. Every one has an end outside the largest component. */
function channelsBetweenComponents(cells: CellGrid, partition: Partition, radius: number): Candidate[] {
  let largest = 0
  for (let p = 1; p < cells.n; p++) if (partition.size(p) > partition.size(largest)) largest = p
  const candidates: Candidate[] = []
  for (let p = 0; p < cells.n; p++) {
    if (partition.find(p) === partition.find(largest)) continue
    cells.forEachWithin(p, radius, (q, squared) => {
      if (partition.find(p) !== partition.find(q)) candidates.push({ p, q, squared })
    })
  }
  return candidates.sort((a, b) => a.squared - b.squared || a.p - b.p || a.q - b.q)
}
