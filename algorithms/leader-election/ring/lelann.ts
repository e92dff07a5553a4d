import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  exactly,
  LEFT,
  slowest,
  unitDelays,
} from '../../../engine/index.ts'
import { electsTheLargest } from '../elected.ts'

/**
 * The election of Le Lann on a unidirectional ring: every identifier travels once round, and when a processor's own
 * comes home it has seen all others. Le Lann 1977.
 *
 * Channels are first in, first out: whoever passes an identifier on has sent its own before, so that reaches everyone
 * ahead of what was passed on.
 */
type Message = { readonly type: 'id'; readonly id: number }
type Input = { readonly id: number }
interface State {
  readonly id: number
  /** The largest identifier that it has seen. */
  largest: number
  elected: boolean | null
}

export const lelann: Algorithm<State, Message, Input> = {
  name: 'lelann',
  title: 'Le Lann',
  summary: 'on a unidirectional ring, every identifier travels once round',
  source: 'Le Lann 1977',
  requires: { identifiers: true, shape: 'ring', orientation: true, fifo: true },
  terminates: true,

  initially: ({ id }) => ({ id, largest: id, elected: null }),

  uponStart(p, state) {
    p.send(LEFT, { type: 'id', id: state.id })
  },

  uponReceiving: {
    id(p, state, message) {
      state.largest = Math.max(state.largest, message.id)
      if (message.id !== state.id) return p.send(LEFT, message)
      state.elected = state.largest === state.id
      p.terminate()
    },
  },

  bits: { id: ({ identifier }) => identifier },

  claims: {
    messages: exactly('n^2'),
    // An identifier takes n; the wake-up spreads in n − 1.
    time: [
      exactly('n', { when: both(unitDelays, allAwakeAtZero) }),
      atMost('n', { when: allAwakeAtZero }),
      atMost('2n - 1'),
    ],
  },

  properties: electsTheLargest,

  // All orders cost the same.
  worstIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
  worstDelays: () => slowest,
}
