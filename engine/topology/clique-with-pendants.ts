import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import { pairsAmong, pushClique } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * A clique with pendants: p_0 … p_(c−1) form a clique, its core, and the k others hang from p_(c−1), which numbers
 * them last. Numbered by ascending neighbour.
 */
export const cliqueWithPendants: TopologyFamily<'clique-with-pendants'> = {
  name: 'clique-with-pendants',
  summary: 'a clique with leaves on one of its processors',
  random: false,
  parameters: {
    pendants: {
      kind: 'integer',
      min: 1,
      description: 'the number of leaves; half of the processors (rounded down) if left out',
    },
  },
  // The core has at least two processors.
  sizeProblem: (n, values) =>
    needsAtLeast(n, pendantsOf(3, values) + 2) ?? needsRoomFor(channelsOf(n, pendantsOf(n, values))),
  closedForm: (n, values) => ({ m: channelsOf(n, pendantsOf(n, values)), diameter: 2 }),

  build({ n, values }) {
    const pendants = pendantsOf(n, values)
    const core = n - pendants
    const channels = new ChannelList(channelsOf(n, pendants))
    pushClique(channels, 0, core)
    for (let p = core; p < n; p++) channels.push(core - 1, p)
    return channels.toGraph(n, { diameter: 2 })
  },
}

function pendantsOf(n: number, values: ParameterValues): number {
  return (values.pendants as number | undefined) ?? Math.floor(n / 2)
}

function channelsOf(n: number, pendants: number): number {
  return pairsAmong(n - pendants) + pendants
}
