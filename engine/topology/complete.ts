import { ChannelList } from './channel-list.ts'
import { pairsAmong, pushClique } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/** The complete graph: every two processors share a channel. Numbered by ascending neighbour. */
export const complete: TopologyFamily<'complete'> = {
  name: 'complete',
  summary: 'every two processors share a channel',
  random: false,
  parameters: {},
  sizeProblem: (n) => needsAtLeast(n, 2) ?? needsRoomFor(pairsAmong(n)),
  closedForm: (n) => ({ m: pairsAmong(n), diameter: 1 }),

  build({ n }) {
    const channels = new ChannelList(pairsAmong(n))
    pushClique(channels, 0, n)
    return channels.toGraph(n, { diameter: 1 })
  },
}
