import { type Graph, topologies } from '../../../engine/index.ts'
import { circle } from './circle.ts'
import { columns } from './columns.ts'
import { force } from './force.ts'
import { lattice } from './lattice.ts'
import { fixed, type Layout } from './layout.ts'
import { line } from './line.ts'
import { radialTree } from './radial-tree.ts'

export { forEachChannel, type Layout } from './layout.ts'

/** Where to draw the processors of a network: by the family's own picture where it has one, else by forces. */
export function layoutOf(network: Graph, topology: string): Layout {
  const { coordinates } = network.details
  if (coordinates !== undefined && allDiffer(coordinates)) return placed(coordinates)
  return pictures[topologies.parse(topology).entry.name]?.(network) ?? force(network)
}

const pictures: Readonly<Record<string, (network: Graph) => Layout | null>> = {
  ring: ({ n }) => circle(n),
  complete: ({ n }) => circle(n),
  circulant: ({ n }) => circle(n),
  'watts-strogatz': ({ n }) => circle(n),
  path: ({ n }) => line(n),
  grid: (network) => lattice(network, 'grid'),
  torus: (network) => lattice(network, 'torus'),
  hypercube: (network) => lattice(network, 'hypercube'),
  'complete-bipartite': columns,
  star: (network) => radialTree(network),
  'balanced-tree': (network) => radialTree(network),
  'random-tree': (network) => radialTree(network),
}

/** As the source says; north is up. */
function placed(coordinates: Float64Array): Layout {
  const n = coordinates.length / 2
  const x = Float64Array.from({ length: n }, (_, p) => coordinates[2 * p]!)
  const y = Float64Array.from({ length: n }, (_, p) => -coordinates[2 * p + 1]!)
  return fixed(x, y)
}

function allDiffer(coordinates: Float64Array): boolean {
  const places = new Set<string>()
  for (let i = 0; i < coordinates.length; i += 2) places.add(`${coordinates[i]} ${coordinates[i + 1]}`)
  return places.size === coordinates.length / 2
}
