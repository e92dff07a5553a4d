import type { ParameterValues } from '../specs/entry.ts'
import { ChannelList } from './channel-list.ts'
import { pairsAmong } from './cliques.ts'
import { connectByAdding } from './connect.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * The random graph G(n, p) of Gilbert: each pair of processors shares a channel with probability p, independently.
 * If it is not connected, components are joined by as few uniformly random channels as it takes (connect.ts); a
 * note counts them. Numbered by ascending neighbour, joining channels last.
 *
 * The gaps between channels are geometric, so building takes O(n + m) time (Batagelj & Brandes 2005).
 */
export const gnp: TopologyFamily<'gnp'> = {
  name: 'gnp',
  title: 'G(n, p)',
  words: ({ values }) =>
    `G(n, p), ${values.p === undefined ? `mean degree ${degreeOf(values)}` : `p = ${values.p}`}`,
  summary:
    'G(n, p): each pair shares a channel with probability p; connected by a few more channels if need be',
  random: true,
  parameters: {
    degree: { kind: 'number', min: 0, description: 'the expected degree, p (n − 1); 8 unless p is given' },
    p: { kind: 'number', min: 0, max: 1, description: 'the probability of a channel, instead of the degree' },
  },
  sizeProblem(n, values) {
    if (values.p !== undefined && values.degree !== undefined) return 'either degree or p, not both'
    if (values.p === undefined && n <= degreeOf(values)) return `n > ${degreeOf(values)}, the expected degree`
    return needsAtLeast(n, 2) ?? needsRoomFor(channelsExpected(n, values))
  },
  channelsExpected,

  build({ n, values, stream }) {
    const p = probability(n, values)
    const mean = channelsExpected(n, values)
    const channels = new ChannelList(Math.ceil(mean + 6 * Math.sqrt(mean) + 16))
    const logAbsent = Math.log1p(-p)
    // Pair {v, u} with u < v; u is the last one drawn in row v, and the rows lie end to end.
    let u = -1
    for (let v = 1; v < n && p > 0; ) {
      u += 1 + Math.floor(Math.log(stream.uniformPositive()) / logAbsent)
      while (v < n && u >= v) u -= v++
      if (v < n) channels.push(u, v)
    }
    const notes = connectByAdding(n, channels, stream)
    return channels.toGraph(n, { notes })
  },
}

function channelsExpected(n: number, values: ParameterValues): number {
  return probability(n, values) * pairsAmong(n)
}

function degreeOf(values: ParameterValues): number {
  return (values.degree as number | undefined) ?? 8
}

function probability(n: number, values: ParameterValues): number {
  return (values.p as number | undefined) ?? degreeOf(values) / (n - 1)
}
