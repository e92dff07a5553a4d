import { ChannelList } from './channel-list.ts'
import { exactMax, exactRegular } from './exact-regular.ts'
import type { TopologyFamily } from './family.ts'
import type { Graph } from './graph.ts'
import { Pairing } from './pairing.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * A random graph in which all processors have the same degree: stubs are paired at random and pairs that make a
 * loop or a parallel channel switched away, as is what keeps it from being connected (pairing.ts). Asymptotically
 * uniform for a fixed degree (McKay & Wormald 1990), but not on few processors; `exact=yes` draws all connected graphs
 * with the same probability, where that can be done in time (exact-regular.ts). Channel numbers mean nothing.
 */
export const randomRegular: TopologyFamily<'random-regular'> = {
  name: 'random-regular',
  summary: 'a random graph in which all degrees are equal',
  random: true,
  parameters: {
    degree: { kind: 'integer', default: 4, min: 2, description: 'the degree of every processor' },
    exact: {
      kind: 'text',
      choices: ['yes', 'no'],
      default: 'no',
      description: `yes: all connected graphs are equally likely; n ≤ ${exactMax.n}, degree ≤ ${exactMax.degree} or ≥ n − ${exactMax.degree + 1}`,
    },
  },
  sizeProblem(n, values) {
    const degree = values.degree as number
    if (n < degree + 1) return needsAtLeast(n, degree + 1)
    if ((n * degree) % 2 !== 0) return `an even n · degree; the nearest n are ${n - 1} and ${n + 1}`
    const isHard = n > exactMax.n || Math.min(degree, n - 1 - degree) > exactMax.degree
    if (values.exact === 'yes' && isHard)
      return `n ≤ ${exactMax.n} and a degree of at most ${exactMax.degree} or at least n − ${exactMax.degree + 1} for exact=yes`
    return needsRoomFor((n * degree) / 2)
  },
  closedForm: (n, values) => ({ m: (n * (values.degree as number)) / 2 }),

  build({ n, values, stream }) {
    const degree = values.degree as number
    // Pairing would seldom succeed for a dense graph, but the complement of a regular graph is regular, and one
    // in which everyone is joined to at least half of the others is connected.
    const isDense = degree > (n - 1) / 2
    if (values.exact === 'yes') {
      const graph = exactRegular(n, isDense ? n - 1 - degree : degree, stream, !isDense).toGraph(n)
      return isDense ? complement(graph) : graph
    }
    if (isDense) return complement(Pairing.simple(n, n - 1 - degree, stream).toGraph())
    const pairing = Pairing.simple(n, degree, stream)
    const notes = pairing.connect(stream)
    return pairing.toGraph({ notes })
  },
}

function complement(graph: Graph): Graph {
  const { n } = graph
  const channels = new ChannelList((n * (n - 1)) / 2 - graph.m)
  const joinedTo = new Uint32Array(n)
  for (let p = 0; p < n; p++) {
    for (let channel = 0; channel < graph.degree(p); channel++) joinedTo[graph.neighbor(p, channel)] = p + 1
    for (let q = p + 1; q < n; q++) if (joinedTo[q] !== p + 1) channels.push(p, q)
  }
  return channels.toGraph(n)
}
