import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  type ConfigurationView,
  eventually,
  exactly,
  type Finding,
  order,
} from '../../engine/index.ts'
import { identifierBits } from './weight-bits.ts'

/**
 * The distances between all processors: every processor floods its identifier, which counts the channels that it takes.
 * In rounds it arrives first on a shortest path. A channel may carry many identifiers in one round; with one of them in a
 * round, it takes more than the diameter (Holzer & Wattenhofer 2012). Attiya & Welch, section 2.3, n times.
 */
type Message = { readonly type: 'hello'; readonly id: number; readonly distance: number }
type Input = { readonly id: number }
interface State {
  readonly id: number
  /** By identifier. */
  readonly distances: Map<number, number>
}

export const allPairsDistances: Algorithm<State, Message, Input> = {
  name: 'all-pairs-distances',
  title: 'All distances by flooding',
  summary: 'every processor learns its distance from every other, and so its eccentricity, in rounds',
  source: 'Attiya & Welch, section 2.3; Holzer & Wattenhofer 2012',
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
    'column:diameter': exactly('D'),
  },

  properties: { distancesAreRight: eventually(distancesAreRight) },

  columns: {
    diameter: {
      description: 'the largest distance that a processor has found',
      read: ({ states }) => Math.max(...states.map(({ distances }) => Math.max(...distances.values()))),
    },
  },
}

/**
 * Everyone has the distance 0 from itself alone; from anyone else, a neighbour of its own is one channel nearer, and no
 * neighbour is nearer by more.
 */
function distancesAreRight({ instance: { network }, states }: ConfigurationView<State>): Finding {
  for (const [p, { id, distances }] of states.entries()) {
    const neighbors = Array.from(
      { length: network.degree(p) },
      (_, channel) => states[network.neighbor(p, channel)]!,
    )
    if (distances.size !== network.n) return `p_${p} knows ${distances.size} of ${network.n} distances`
    for (const [other, distance] of distances) {
      const nearest = Math.min(...neighbors.map((neighbor) => neighbor.distances.get(other) ?? Number.NaN))
      const right = other === id ? distance === 0 : distance > 0 && nearest === distance - 1
      if (!right)
        return `p_${p} has the distance ${distance} from identifier ${other}, its neighbours ${nearest}`
    }
  }
  return true
}
