import { ChannelList } from './channel-list.ts'
import { pushPath } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/**
 * The caterpillar: a path p_0 … p_(s−1), the spine, and leaves dealt to its processors in turn, p_(s+j) to
 * p_(j mod s), at most `legs` to each. Along the spine the channels come first, as on a path.
 */
export const caterpillar: TopologyFamily<'caterpillar'> = {
  name: 'caterpillar',
  summary: 'a path with leaves on it',
  random: false,
  parameters: {
    legs: { kind: 'integer', default: 1, min: 1, description: 'the most leaves on a processor of the spine' },
  },
  sizeProblem: (n) => needsAtLeast(n, 2),
  closedForm: (n, values) => ({ m: n - 1, diameter: diameterOf(n, spineOf(n, values.legs as number)) }),

  build({ n, values }) {
    const spine = spineOf(n, values.legs as number)
    const channels = new ChannelList(n)
    pushPath(channels, 0, spine - 1)
    for (let p = spine; p < n; p++) channels.push((p - spine) % spine, p)
    return channels.toGraph(n, { diameter: diameterOf(n, spine) })
  },
}

function spineOf(n: number, legs: number): number {
  return Math.ceil(n / (1 + legs))
}

/** Along the spine, and one step more at each end that has a leaf; on a spine of one the two need two leaves. */
function diameterOf(n: number, spine: number): number {
  const leaves = n - spine
  return Math.min(n - 1, spine - 1 + (leaves > 0 ? 1 : 0) + (leaves >= spine ? 1 : 0))
}
