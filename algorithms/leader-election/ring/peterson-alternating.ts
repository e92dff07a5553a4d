import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  exactly,
  finalQuantity,
  type Instance,
  LEFT,
  order,
  slowest,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'
import { fibonacciOrder, phasesMax } from './fibonacci-order.ts'
import { everyoneLearnsTheLargest } from './learns-the-largest.ts'

/**
 * Peterson's second election on a unidirectional ring: in each phase every active processor hears of the one before it
 * and stays active, for the larger of their two identifiers, if that is its own in odd phases, the other in even ones.
 * Peterson 1982.
 *
 * With s_j active in phase j: between two that stay active in phase j there is one that does not, if both are to stay
 * active in j + 1, so s_(j+2) ≤ s_j − s_(j+1), and the numbers of phases grow with those of Fibonacci.
 */
type Message =
  | { readonly type: 'id'; readonly id: number }
  | { readonly type: 'announcement'; readonly id: number }
type Input = { readonly id: number }
interface State {
  active: boolean
  phase: number
  /** The identifier for which it stands. */
  candidate: number
  elected: boolean | null
  /** The largest identifier, once it is known. */
  largest: number | null
}

const P = finalQuantity<State>('the phases of the leader', ({ states }) =>
  states.reduce((most, { phase }) => Math.max(most, phase), 0),
)

const F = {
  description: 'the most phases: the number of Fibonacci numbers 1, 2, 3, 5, … up to n',
  value: ({ network: { n } }: Instance) => phasesMax(n),
}

export const petersonAlternating: Algorithm<State, Message, Input> = {
  name: 'peterson-alternating',
  title: 'Peterson, alternating',
  summary:
    'on a unidirectional ring, active processors compare two identifiers, by turns for the one and the other',
  source: 'Peterson 1982',
  remarks:
    'The leader learns the largest identifier, and need not be the processor that it was given to. The bound is attained for every n.',
  requires: { identifiers: true, shape: 'ring', orientation: true, fifo: true },
  terminates: true,

  initially: ({ id }) => ({ active: true, phase: 1, candidate: id, elected: null, largest: null }),

  uponStart(p, state) {
    p.send(LEFT, { type: 'id', id: state.candidate })
  },

  uponReceiving: {
    id(p, state, message) {
      if (!state.active) return p.send(LEFT, message)
      if (message.id === state.candidate) {
        state.elected = true
        return p.send(LEFT, { type: 'announcement', id: message.id })
      }
      state.active = state.phase % 2 === 1 ? message.id < state.candidate : message.id > state.candidate
      if (!state.active) return
      state.phase++
      state.candidate = Math.max(state.candidate, message.id)
      p.send(LEFT, { type: 'id', id: state.candidate })
    },
    announcement(p, state, message) {
      if (state.elected === null) p.send(LEFT, message)
      state.elected ??= false
      state.largest = message.id
      p.terminate()
    },
  },

  bits: { id: ({ identifier }) => identifier, announcement: ({ identifier }) => identifier },

  claims: {
    messages: [
      atMost('n F + n', { where: { F } }),
      exactly('n P + n', { where: { P } }),
      atLeast('3n'),
      order('n log2(n)'),
    ],
    'messages:announcement': exactly('n'),
    // A phase takes n at most, the wake-up n − 1.
    time: [
      atMost('n P + n', { when: allAwakeAtZero, where: { P } }),
      atMost('n P + 2n - 1', { where: { P } }),
    ],
  },

  properties: { ...electsOne, everyoneLearnsTheLargest },

  worstIdentifiers: fibonacciOrder,
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => n - 1 - i),
  worstDelays: () => slowest,
}
