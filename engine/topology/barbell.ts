import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import { pairsAmong, pushClique, pushPath } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * The barbell: the first k processors form a clique and so do the last k; a path from p_(k−1) to p_(n−k) joins
 * them. Numbered by ascending neighbour.
 */
export const barbell: TopologyFamily<'barbell'> = {
  name: 'barbell',
  summary: 'two cliques joined by a path',
  random: false,
  parameters: {
    clique: {
      kind: 'integer',
      min: 2,
      description:
        'the size of each clique; a third of the processors (rounded down, at least 2) if left out',
    },
  },
  sizeProblem: (n, values) =>
    needsAtLeast(n, 2 * cliqueOf(n, values)) ?? needsRoomFor(channelsOf(n, cliqueOf(n, values))),
  closedForm(n, values) {
    const clique = cliqueOf(n, values)
    return { m: channelsOf(n, clique), diameter: diameterOf(n, clique) }
  },

  build({ n, values }) {
    const clique = cliqueOf(n, values)
    const channels = new ChannelList(channelsOf(n, clique))
    pushClique(channels, 0, clique)
    pushPath(channels, clique - 1, n - clique)
    pushClique(channels, n - clique, clique)
    return channels.toGraph(n, { diameter: diameterOf(n, clique) })
  },
}

function cliqueOf(n: number, values: ParameterValues): number {
  return (values.clique as number | undefined) ?? Math.max(2, Math.floor(n / 3))
}

function channelsOf(n: number, clique: number): number {
  return 2 * pairsAmong(clique) + n - 2 * clique + 1
}

/** Into the path, along it, and out of it. */
function diameterOf(n: number, clique: number): number {
  return n - 2 * clique + 3
}
