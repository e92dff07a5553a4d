import { type Algorithm, allAwakeAtZero, atMost, eventually, exactly, order } from '../../engine/index.ts'
import { distancesAreRight, largestDistance } from './distances-are-right.ts'
import { identifierBits } from './weight-bits.ts'

type Message = { readonly type: 'hello'; readonly id: number; readonly distance: number }
type Input = { readonly id: number }
interface State {
  readonly id: number
  /** By identifier. */
  readonly distances: Map<number, number>
}

/**
 * The distances between all processors: every processor floods its identifier, which counts the channels that it takes.
 * In rounds it arrives first on a shortest path. A channel may carry many identifiers in one round; where it may carry one,
 * `all-pairs-in-turn` takes longer. Attiya & Welch, section 2.3, n times.
 */
export const allPairsDistances: Algorithm<State, Message, Input> = {
  name: 'all-pairs-distances',
  title: 'All distances by flooding',
  summary: 'every processor learns its distance from every other, and so its eccentricity, in rounds',
  source: 'Attiya & Welch, section 2.3',
  requires: { identifiers: true, synchronous: true },
  terminates: false,

  initially: ({ id }) => ({ id, distances: new Map([[id, 0]]) }),

  uponStart(p, { id }) {
    p.sendToAll({ type: 'hello', id, distance: 0 })
  },

  uponReceiving: {
    hello(p, { distances }, { id, distance }, from) {
      if (distances.has(id)) return
      distances.set(id, distance + 1)
      p.sendToAllExcept(from, { type: 'hello', id, distance: distance + 1 })
    },
  },

  bits: { hello: ({ count, identifier }) => identifier + count },

  claims: {
    messages: [exactly('n(2m - (n - 1))'), order('n m')],
    time: [
      atMost('D + 1', { when: allAwakeAtZero }),
      // Whoever wakes first wakes all others within D rounds.
      atMost('2D + 1'),
    ],
    // Nobody tells a neighbour that neighbour's own distance.
    'bits:load': [
      atMost('(n - 1)(I + ceil(log2(n + 1)))', { where: { I: identifierBits } }),
      order('n log2(n)'),
    ],
    'column:diameter_found': exactly('D'),
  },

  properties: { distancesAreRight: eventually(distancesAreRight) },

  columns: {
    diameter_found: {
      description: 'the largest distance that a processor has found',
      read: largestDistance,
    },
  },
}
