import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  eventually,
  exactly,
  order,
  rootAwakeAtZero,
  unitDelays,
} from '../../engine/index.ts'
import { latestFirst, sameWeights, worstCase } from './bellman-ford-worst.ts'
import { pathHops, shortestPathTree } from './shortest-paths.ts'
import { lengthBits, weightBits } from './weight-bits.ts'

type Message = { readonly type: 'distance'; readonly distance: number }
type Input = { readonly isRoot: boolean }
interface State {
  readonly isRoot: boolean
  parent: Channel | null
  /** The length of the shortest way from the root that is known; −1 before any is. */
  distance: number
}

/**
 * Shortest paths by relaxation: whoever learns of a shorter way to the root tells all its neighbours. With unit delays
 * nobody learns more than n − 1 times; otherwise the number of messages can grow exponentially, though all distances are
 * right as early as they can be. Bellman 1958; Ford 1956; Lynch 1996, section 15.4. Nobody learns when it is over.
 */
export const bellmanFord: Algorithm<State, Message, Input> = {
  name: 'bellman-ford',
  title: 'Bellman–Ford',
  summary: 'the shortest paths from a root, correcting distances as shorter ways are found',
  source: 'Bellman 1958; Ford 1956; Lynch 1996, section 15.4',
  remarks:
    'Every better distance is told to all neighbours, the one included that it came from. On a chain of triangles with the delays that are declared as worst, that is 8(2^κ − 1) messages, κ = (n − 1)/2; some schedules cost a little more.',
  requires: { root: true, weights: true },
  terminates: false,

  initially: ({ isRoot }) => ({ isRoot, parent: null, distance: isRoot ? 0 : -1 }),

  uponStart(p, state) {
    if (state.isRoot) p.sendToAll({ type: 'distance', distance: 0 })
  },

  uponReceiving: {
    distance(p, state, message, from) {
      const distance = message.distance + p.weight(from)
      if (state.distance >= 0 && state.distance <= distance) return
      state.distance = distance
      state.parent = from
      p.sendToAll({ type: 'distance', distance })
    },
  },

  bits: { distance: (_, { distance }) => lengthBits(distance) },

  claims: {
    messages: [
      // The first distance that anyone hears of is the right one, so each processor tells it all its neighbours.
      exactly('2m', { when: both(unitDelays, sameWeights) }),
      // Every distance of p_i, which are 2^i on the chain, is told all its neighbours.
      exactly('8(2^((n - 1)/2) - 1)', { when: worstCase }),
      // In one unit of time nobody hears of more than one better way from each side, and after n − 1 of no better one.
      atMost('2m(n - 1)', { when: unitDelays }),
      order('2^(n/2)'),
    ],
    // A distance is the length of a path without repetition, of at most n − 1 channels.
    'bits:max': atMost('B + ceil(log2(n))', { where: { B: weightBits } }),
    // The right distance spreads along the shortest paths, whatever else is sent.
    time: [
      atMost('L + 1', { when: rootAwakeAtZero, where: { L: pathHops } }),
      atMost('w + L + 1', { where: { L: pathHops } }),
    ],
  },

  properties: { shortestPathTree: eventually(shortestPathTree) },

  worstDelays: latestFirst,
}
