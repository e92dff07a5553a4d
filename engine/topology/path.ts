import { ChannelList } from './channel-list.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast } from './sizes.ts'

/** The path p_0 – p_1 – … – p_(n−1). Channel 0 leads towards p_0, channel 1 away from it; p_0 has only the latter. */
export const path: TopologyFamily<'path'> = {
  name: 'path',
  summary: 'a line of processors',
  random: false,
  parameters: {},
  sizeProblem: (n) => needsAtLeast(n, 2),
  closedForm: (n) => ({ m: n - 1, diameter: n - 1 }),

  build({ n }) {
    const channels = new ChannelList(n)
    for (let p = 1; p < n; p++) channels.push(p - 1, p)
    return channels.toGraph(n, { diameter: n - 1 })
  },
}
