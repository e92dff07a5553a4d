import {
  type Algorithm,
  atMost,
  type Channel,
  eventually,
  exactly,
  order,
  type Processor,
} from '../../engine/index.ts'
import { distancesAreRight, largestDistance } from './distances-are-right.ts'
import { identifierBits } from './weight-bits.ts'

type Message =
  | { readonly type: 'hello'; readonly id: number; readonly distance: number }
  | { readonly type: 'pebble' }
interface Input {
  readonly id: number
  readonly parent: Channel | null
  readonly children: readonly Channel[]
}
interface State {
  readonly id: number
  readonly parent: Channel | null
  /** Where the pebble has not been yet. */
  readonly unvisited: Channel[]
  /** By identifier. */
  readonly distances: Map<number, number>
  /** The pebble has come for the first time, and rests. */
  resting: boolean
}

/**
 * The distances between all processors with few bits in a round: a pebble goes through a given tree depth first, rests for a
 * round wherever it comes for the first time, and lets that processor flood its identifier then. So a flood starts later than
 * any before by more than the distance of the two, reaches everyone later, and no two are ever on one channel in one round.
 * Holzer & Wattenhofer 2012.
 */
export const allPairsInTurn: Algorithm<State, Message, Input> = {
  name: 'all-pairs-in-turn',
  title: 'All distances, one flood after another',
  summary:
    'every processor learns its distance from every other, with one identifier on a channel in a round',
  source: 'Holzer & Wattenhofer 2012',
  requires: { root: true, identifiers: true, spanningTree: true, synchronous: true },
  terminates: false,
  wokenByMessage: 'joins',

  initially: ({ id, parent, children }) => ({
    id,
    parent,
    unvisited: [...children],
    distances: new Map(),
    resting: false,
  }),

  uponStart(p, state) {
    if (state.parent === null) goOn(p, state)
  },

  uponRound(p, state, inbox) {
    if (state.resting) goOn(p, state)
    for (const { message, from } of inbox)
      if (message.type === 'hello') {
        if (state.distances.has(message.id)) continue
        const distance = message.distance + 1
        state.distances.set(message.id, distance)
        p.sendToAllExcept(from, { type: 'hello', id: message.id, distance })
      } else if (state.distances.has(state.id)) passOn(p, state)
      else state.resting = true
  },

  waits: ({ resting }) => resting,

  bits: { hello: ({ count, identifier }) => identifier + count, pebble: () => 1 },

  claims: {
    messages: [exactly('n(2m - (n - 1)) + 2(n - 1)'), order('n m')],
    // The pebble goes along each channel of the tree twice and rests n − 1 times. The last flood begins before it goes back.
    time: [atMost('w + 3(n - 1) + D'), order('n')],
    'bits:load': atMost('I + ceil(log2(n + 1)) + 1', { where: { I: identifierBits } }),
    'column:diameter_found': exactly('D'),
  },

  properties: { distancesAreRight: eventually(distancesAreRight) },

  columns: {
    diameter_found: { description: 'the largest distance that a processor has found', read: largestDistance },
  },
}

/** Floods its own identifier, and lets the pebble go on. */
function goOn(p: Processor<Message>, state: State): void {
  state.resting = false
  state.distances.set(state.id, 0)
  p.sendToAll({ type: 'hello', id: state.id, distance: 0 })
  passOn(p, state)
}

/** Sends the pebble to a child where it has not been, or back. */
function passOn(p: Processor<Message>, state: State): void {
  const next = state.unvisited.shift() ?? state.parent
  if (next !== null) p.send(next, { type: 'pebble' })
}
