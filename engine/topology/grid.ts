import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { dimensions, latticeProblem, latticeWords, sidesOf, sum } from './lattice.ts'
import { needsRoomFor } from './sizes.ts'

/**
 * The grid (mesh): processors with integer coordinates in a box, joined where one coordinate differs by one. The
 * box is the most cubic one with n processors; dimension 0 has the shortest side. Numbered by ascending neighbour.
 */
export const grid: TopologyFamily<'grid'> = {
  name: 'grid',
  words: ({ given }) => latticeWords('grid', given),
  summary: 'a mesh; the most square a × b = n with a, b ≥ 2',
  random: false,
  parameters: { dimensions },
  sizeProblem(n, values) {
    const dimensions = values.dimensions as number
    return latticeProblem(n, dimensions, 2) ?? needsRoomFor(dimensions * n)
  },
  closedForm(n, values) {
    const sides = gridSides(n, values)
    return { m: sum(sides.map((side) => n - n / side)), diameter: sum(sides.map((side) => side - 1)) }
  },

  build({ n, values }) {
    const sides = gridSides(n, values)
    const channels = new ChannelList(sides.length * n)
    for (let p = 0; p < n; p++) {
      let stride = 1
      for (const side of sides) {
        if (Math.floor(p / stride) % side < side - 1) channels.push(p, p + stride)
        stride *= side
      }
    }
    return channels.toGraph(n, { diameter: sum(sides.map((side) => side - 1)) })
  },
}

function gridSides(n: number, values: ParameterValues): readonly number[] {
  return sidesOf(n, values.dimensions as number, 2)!
}
