import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/**
 * The balanced tree: level by level from the root p_0, each processor with `arity` children, until n are placed.
 * The parent of p_i is p_⌊(i−1)/arity⌋. Channel 0 leads to the parent, the others to the children in order.
 */
export const balancedTree: TopologyFamily<'balanced-tree'> = {
  name: 'balanced-tree',
  summary: 'a rooted tree filled level by level',
  random: false,
  parameters: {
    arity: { kind: 'integer', default: 2, min: 2, description: 'the number of children of each processor' },
  },
  sizeProblem: (n) => needsAtLeast(n, 2),
  closedForm: (n, values) => ({ m: n - 1, diameter: diameterOf(n, values.arity as number) }),

  build({ n, values }) {
    const arity = values.arity as number
    const channels = new ChannelList(n)
    for (let p = 1; p < n; p++) channels.push(Math.floor((p - 1) / arity), p)
    return channels.toGraph(n, { diameter: diameterOf(n, arity) })
  },
}

/** Two deepest leaves are 2 · depth apart if they hang from different children of the root, else one less. */
function diameterOf(n: number, arity: number): number {
  let depth = 0
  let above = 0
  let width = 1
  for (; above + width < n; depth++) {
    above += width
    width *= arity
  }
  const onLastLevel = n - above
  return onLastLevel > width / arity ? 2 * depth : 2 * depth - 1
}
