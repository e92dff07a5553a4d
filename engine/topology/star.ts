import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/** The star: p_0 in the middle, whose channel i leads to p_(i+1). */
export const star: TopologyFamily<'star'> = {
  name: 'star',
  summary: 'processor 0 in the middle, all others joined to it alone',
  random: false,
  parameters: {},
  sizeProblem: (n) => needsAtLeast(n, 2),
  closedForm: (n) => ({ m: n - 1, diameter: Math.min(2, n - 1) }),

  build({ n }) {
    const channels = new ChannelList(n)
    for (let p = 1; p < n; p++) channels.push(0, p)
    return channels.toGraph(n, { diameter: Math.min(2, n - 1) })
  },
}
