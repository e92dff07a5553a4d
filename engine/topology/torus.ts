import type { ParameterValues } from '../specs/entry.ts'
import { TorusGraph } from './computed/torus-graph.ts'
import type { TopologyFamily } from './family.ts'
import { dimensions, latticeProblem, latticeWords, sidesOf, sum } from './lattice.ts'
import { needsNumbersFor } from './sizes.ts'

/**
 * The torus: a grid that wraps round in every dimension, each side at least 3. Channel 2i leads one up in dimension
 * i and channel 2i + 1 one down, so in one dimension it is the oriented ring. The box is the most cubic one with n
 * processors; dimension 0 has the shortest side.
 */
export const torus: TopologyFamily<'torus'> = {
  name: 'torus',
  words: ({ given }) => latticeWords('torus', given),
  summary: 'a mesh that wraps round; channels 2i and 2i + 1 lead up and down in dimension i',
  random: false,
  computed: true,
  parameters: { dimensions },
  sizeProblem(n, values) {
    const dimensions = values.dimensions as number
    return latticeProblem(n, dimensions, 3) ?? needsNumbersFor(dimensions * n)
  },
  closedForm(n, values) {
    const sides = torusSides(n, values)
    return { m: sides.length * n, diameter: diameterOf(sides) }
  },

  build({ n, values }) {
    const sides = torusSides(n, values)
    return new TorusGraph(sides, { orientation: 'torus', diameter: diameterOf(sides) })
  },
}

function torusSides(n: number, values: ParameterValues): readonly number[] {
  return sidesOf(n, values.dimensions as number, 3)!
}

/** Half-way round in every dimension. */
function diameterOf(sides: readonly number[]): number {
  return sum(sides.map((side) => Math.floor(side / 2)))
}
