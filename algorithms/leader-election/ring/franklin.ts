import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  exactly,
  finalQuantity,
  LEFT,
  order,
  type Processor,
  RIGHT,
  slowest,
} from '../../../engine/index.ts'
import { electsTheLargest } from '../elected.ts'
import { across } from './across.ts'
import { halvingOrder } from './halving-order.ts'

/**
 * The election of Franklin on a bidirectional ring: in each phase, a processor that is still active compares itself
 * with the next active ones on both sides, and stays active if it is the largest of the three. Franklin 1982.
 *
 * Channels are first in, first out, so identifiers come by phases without naming them. The leader announces itself when
 * both copies of its identifier are home; then nothing else is in transit.
 */
type Message = { readonly type: 'id'; readonly id: number } | { readonly type: 'announcement' }
type Input = { readonly id: number }
interface State {
  readonly id: number
  active: boolean
  phase: number
  /** By channel, what has come and was not compared yet: the next active one may be a phase ahead. */
  readonly waiting: readonly [number[], number[]]
  elected: boolean | null
}

const ANNOUNCEMENT: Message = { type: 'announcement' }

/** At least every other active processor has a larger neighbour. */
const P = finalQuantity<State>('the phases of the leader', ({ states }) =>
  states.reduce((most, { phase }) => Math.max(most, phase), 0),
)

export const franklin: Algorithm<State, Message, Input> = {
  name: 'franklin',
  title: 'Franklin',
  summary: 'on a bidirectional ring, whoever is larger than its active neighbours stays active',
  source: 'Franklin 1982',
  requires: { identifiers: true, shape: 'ring', orientation: true, fifo: true },
  terminates: true,

  initially: ({ id }) => ({ id, active: true, phase: 1, waiting: [[], []], elected: null }),

  uponStart(p, state) {
    p.sendToAll({ type: 'id', id: state.id })
  },

  uponReceiving: {
    id(p, state, message, from) {
      if (!state.active) return p.send(across(from), message)
      state.waiting[from]!.push(message.id)
      compare(p, state)
    },
    announcement(p, state, message) {
      if (state.elected === null) p.send(LEFT, message)
      state.elected ??= false
      p.terminate()
    },
  },

  bits: { id: ({ identifier }) => identifier, announcement: () => 1 },

  claims: {
    messages: [
      atMost('2n floor(log2(n)) + 3n'),
      // In every phase, an identifier crosses each channel in each direction.
      exactly('2n P + n', { where: { P } }),
      atLeast('5n'),
      order('n log2(n)'),
    ],
    'messages:announcement': exactly('n'),
    // A phase ends n after the last active processor began it; the wake-up spreads on both sides.
    time: [
      atMost('n P + n', { when: allAwakeAtZero, where: { P } }),
      atMost('n P + n + floor(n/2)', { where: { P } }),
    ],
  },

  properties: electsTheLargest,

  worstIdentifiers: halvingOrder,
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
  worstDelays: () => slowest,
}

/** Ends the phase if an identifier has come from each side; before that, at most one side has sent any. */
function compare(p: Processor<Message>, state: State): void {
  const [left, right] = state.waiting
  if (left.length === 0 || right.length === 0) return
  const larger = Math.max(left.shift()!, right.shift()!)
  if (larger === state.id) {
    state.elected = true
    p.send(LEFT, ANNOUNCEMENT)
  } else if (larger < state.id) {
    state.phase++
    p.sendToAll({ type: 'id', id: state.id })
  } else {
    state.active = false
    for (const id of left.splice(0)) p.send(RIGHT, { type: 'id', id })
    for (const id of right.splice(0)) p.send(LEFT, { type: 'id', id })
  }
}
