import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import { pairsAmong, pushClique, pushPath } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/** The lollipop: p_0 … p_(k−1) form a clique, and a path leads on from p_(k−1). Numbered by ascending neighbour. */
export const lollipop: TopologyFamily<'lollipop'> = {
  name: 'lollipop',
  summary: 'a clique with a path hanging from it',
  random: false,
  parameters: {
    clique: {
      kind: 'integer',
      min: 2,
      description: 'the size of the clique; half of the processors (rounded up) if left out',
    },
  },
  sizeProblem: (n, values) =>
    needsAtLeast(n, cliqueOf(3, values) + 1) ?? needsRoomFor(channelsOf(n, cliqueOf(n, values))),
  closedForm(n, values) {
    const clique = cliqueOf(n, values)
    return { m: channelsOf(n, clique), diameter: n - clique + 1 }
  },

  build({ n, values }) {
    const clique = cliqueOf(n, values)
    const channels = new ChannelList(channelsOf(n, clique))
    pushClique(channels, 0, clique)
    pushPath(channels, clique - 1, n - 1)
    return channels.toGraph(n, { diameter: n - clique + 1 })
  },
}

function cliqueOf(n: number, values: ParameterValues): number {
  return (values.clique as number | undefined) ?? Math.ceil(n / 2)
}

function channelsOf(n: number, clique: number): number {
  return pairsAmong(clique) + n - clique
}
