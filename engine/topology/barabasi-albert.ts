import { ChannelList } from './channel-list.ts'
import { pairsAmong, pushClique } from './cliques.ts'
import type { TopologyFamily } from './family.ts'
import { needsAtLeast, needsRoomFor } from './sizes.ts'

/**
 * Preferential attachment (Barabási & Albert 1999): a clique of `links` + 1 processors, then one processor after the
 * other, each joined to `links` distinct earlier ones, drawn with probability proportional to their degrees.
 * Channels are numbered in the order in which they arise.
 */
export const barabasiAlbert: TopologyFamily<'barabasi-albert'> = {
  name: 'barabasi-albert',
  title: 'Barabási–Albert',
  summary: 'preferential attachment: a few hubs, many processors of small degree',
  random: true,
  parameters: {
    links: {
      kind: 'integer',
      default: 4,
      min: 1,
      description: 'the channels that each new processor brings',
    },
  },
  sizeProblem: (n, values) =>
    needsAtLeast(n, (values.links as number) + 1) ?? needsRoomFor(channelsOf(n, values.links as number)),
  closedForm: (n, values) => ({ m: channelsOf(n, values.links as number) }),

  build({ n, values, stream }) {
    const links = values.links as number
    const channels = new ChannelList(channelsOf(n, links))
    pushClique(channels, 0, links + 1)
    const chosenBy = new Uint32Array(n)
    for (let p = links + 1; p < n; p++) {
      const ends = 2 * channels.length
      for (let made = 0; made < links; ) {
        // A uniformly random end of a channel is a processor with probability proportional to its degree.
        const q = channels.end(stream.integer(ends))
        if (chosenBy[q] === p) continue
        chosenBy[q] = p
        channels.push(q, p)
        made++
      }
    }
    return channels.toGraph(n)
  },
}

function channelsOf(n: number, links: number): number {
  return pairsAmong(links + 1) + (n - links - 1) * links
}
