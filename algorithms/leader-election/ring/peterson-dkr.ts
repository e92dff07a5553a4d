import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  exactly,
  finalQuantity,
  LEFT,
  order,
  slowest,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'
import { halvingOrder } from './halving-order.ts'
import { everyoneLearnsTheLargest } from './learns-the-largest.ts'

/**
 * The election of Peterson, and of Dolev, Klawe and Rodeh, on a unidirectional ring: it compares three active
 * processors next to each other, as Franklin's does, at the third of them, which goes on with the identifier of the
 * second if that is the largest. Peterson 1982; Dolev, Klawe & Rodeh 1982.
 *
 * So identifiers move from processor to processor: the leader learns the largest, and need not be the one that it was
 * given to.
 */
type Message =
  | { readonly type: 'one'; readonly id: number }
  | { readonly type: 'two'; readonly id: number }
  | { readonly type: 'announcement'; readonly id: number }
type Input = { readonly id: number }
interface State {
  active: boolean
  phase: number
  /** The identifier for which it stands. */
  candidate: number
  /** That of the active processor before it. */
  previous: number
  elected: boolean | null
  /** The largest identifier, once it is known. */
  largest: number | null
}

const P = finalQuantity<State>('the phases of the leader', ({ states }) =>
  states.reduce((most, { phase }) => Math.max(most, phase), 0),
)

export const petersonDkr: Algorithm<State, Message, Input> = {
  name: 'peterson-dkr',
  title: 'Peterson / Dolev–Klawe–Rodeh',
  summary: 'on a unidirectional ring, every active processor compares the identifiers of three',
  source: 'Peterson 1982; Dolev, Klawe & Rodeh 1982',
  remarks: 'The leader learns the largest identifier, and need not be the processor that it was given to.',
  requires: { identifiers: true, shape: 'ring', orientation: true, fifo: true },
  terminates: true,

  initially: ({ id }) => ({
    active: true,
    phase: 1,
    candidate: id,
    previous: id,
    elected: null,
    largest: null,
  }),

  uponStart(p, state) {
    p.send(LEFT, { type: 'one', id: state.candidate })
  },

  uponReceiving: {
    one(p, state, message) {
      if (!state.active) return p.send(LEFT, message)
      if (message.id === state.candidate) {
        state.elected = true
        return p.send(LEFT, { type: 'announcement', id: message.id })
      }
      state.previous = message.id
      p.send(LEFT, { type: 'two', id: message.id })
    },
    two(p, state, message) {
      if (!state.active) return p.send(LEFT, message)
      state.active = state.previous > state.candidate && state.previous > message.id
      if (!state.active) return
      state.phase++
      state.candidate = state.previous
      p.send(LEFT, { type: 'one', id: state.candidate })
    },
    announcement(p, state, message) {
      if (state.elected === null) p.send(LEFT, message)
      state.elected ??= false
      state.largest = message.id
      p.terminate()
    },
  },

  bits: {
    one: ({ identifier }) => identifier,
    two: ({ identifier }) => identifier,
    announcement: ({ identifier }) => identifier,
  },

  claims: {
    messages: [
      // At most every other active processor stays active.
      atMost('2n floor(log2(n)) + 2n'),
      exactly('2n P', { where: { P } }),
      atLeast('4n'),
      order('n log2(n)'),
    ],
    'messages:one': exactly('n P', { where: { P } }),
    'messages:two': exactly('n(P - 1)', { where: { P } }),
    'messages:announcement': exactly('n'),
    // Each half of a phase takes n at most, the wake-up n − 1.
    time: [
      atMost('n(2P - 1) + n', { when: allAwakeAtZero, where: { P } }),
      atMost('n(2P - 1) + 2n - 1', { where: { P } }),
    ],
  },

  properties: { ...electsOne, everyoneLearnsTheLargest },

  worstIdentifiers: halvingOrder,
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
  worstDelays: () => slowest,
}
