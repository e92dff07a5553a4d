import type { ParameterValues } from '../specs/entry.ts'
import { CellGrid } from './cell-grid.ts'
import { ChannelList } from './channel-list.ts'
import { pairsAmong } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { joinShortest } from './join-shortest.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * The random geometric graph (Gilbert 1961): processors at uniformly random points of the unit square are joined if
 * they are at most a radius apart. If that is not connected, the channels of the Euclidean minimum spanning tree
 * join its components; a note counts them. The coordinates are kept. Channel numbers mean nothing.
 */
export const randomGeometric: TopologyFamily<'random-geometric'> = {
  name: 'random-geometric',
  summary: 'random points in the unit square, joined when near; connected by the shortest channels that do',
  random: true,
  parameters: {
    degree: {
      kind: 'number',
      min: 0,
      aboveMin: true,
      description: 'the expected degree away from the border, (n − 1) π radius²; 8 unless a radius is given',
    },
    radius: {
      kind: 'number',
      min: 0,
      aboveMin: true,
      description: 'the largest distance at which processors are joined, instead of the degree',
    },
  },
  sizeProblem(n, values) {
    if (values.radius !== undefined && values.degree !== undefined) return 'either degree or radius, not both'
    return needsAtLeast(n, 2) ?? needsRoomFor(channelsExpected(n, values))
  },
  channelsExpected,

  build({ n, values, stream }) {
    const coordinates = new Float64Array(2 * n).map(() => stream.uniform())
    const radius = radiusOf(n, values)
    const cells = new CellGrid(coordinates, radius)
    const channels = new ChannelList(n)
    for (const p of cells.order)
      cells.forEachWithin(p, radius, (q) => {
        if (p < q) channels.push(p, q)
      })
    const notes = joinShortest(cells, channels, radius)
    return channels.toGraph(n, { coordinates, notes })
  },
}

/** As far as the border, where there are fewer, can be left out of account. */
function channelsExpected(n: number, values: ParameterValues): number {
  return Math.min(1, Math.PI * radiusOf(n, values) ** 2) * pairsAmong(n)
}

function radiusOf(n: number, values: ParameterValues): number {
  const degree = (values.degree as number | undefined) ?? 8
  return (values.radius as number | undefined) ?? Math.sqrt(degree / (Math.PI * (n - 1)))
}
