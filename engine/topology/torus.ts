import type { ParameterValues } from '../catalogue.ts'
import type { TopologyFamily } from './family.ts'
import { dimensions, latticeProblem, sidesOf, sum } from './lattice.ts'
import { multiples } from './multiples.ts'
import { StoredGraph } from './stored-graph.ts'

/**
 * The torus: a grid that wraps round in every dimension, each side at least 3. Channel 2i leads one up in dimension
 * i and channel 2i + 1 one down, so in one dimension it is the oriented ring. The box is the most cubic one with n
 * processors; dimension 0 has the shortest side.
 */
export const torus: TopologyFamily<'torus'> = {
  name: 'torus',
  summary: 'a mesh that wraps round; channels 2i and 2i + 1 lead up and down in dimension i',
  random: false,
  parameters: { dimensions },
  sizeProblem: (n, values) => latticeProblem(n, values.dimensions as number, 3),
  closedForm(n, values) {
    const sides = torusSides(n, values)
    return { m: sides.length * n, diameter: diameterOf(sides) }
  },

  build({ n, values }) {
    const sides = torusSides(n, values)
    const degree = 2 * sides.length
    const offsets = multiples(n + 1, degree)
    const neighbors = new Uint32Array(degree * n)
    const mirrors = new Uint32Array(degree * n)
    let stride = 1
    for (const [i, side] of sides.entries()) {
      for (let p = 0; p < n; p++) {
        const atTheTop = Math.floor(p / stride) % side === side - 1
        const q = atTheTop ? p - (side - 1) * stride : p + stride
        const up = degree * p + 2 * i
        const down = degree * q + 2 * i + 1
        neighbors[up] = q
        mirrors[up] = down
        neighbors[down] = p
        mirrors[down] = up
      }
      stride *= side
    }
    return new StoredGraph(offsets, neighbors, mirrors, { orientation: 'torus', diameter: diameterOf(sides) })
  },
}

function torusSides(n: number, values: ParameterValues): readonly number[] {
  return sidesOf(n, values.dimensions as number, 3)!
}

/** Half-way round in every dimension. */
function diameterOf(sides: readonly number[]): number {
  return sum(sides.map((side) => Math.floor(side / 2)))
}
