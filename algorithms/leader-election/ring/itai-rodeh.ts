import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  expectedAtMost,
  finalQuantity,
  LEFT,
  type Processor,
  slowest,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'

/**
 * The randomised election of Itai and Rodeh on an anonymous ring of known size: in each round every active processor
 * draws an identity and sends it round; who meets a larger one becomes passive, and whose own comes home without having met its
 * equal is the leader. Itai & Rodeh 1990; Tel, chapter 9.
 *
 * A token counts its hops, so that a processor knows its own, which comes home after n. Channels are first in, first out.
 */
type Message = {
  readonly type: 'token'
  readonly round: number
  readonly identity: number
  readonly hops: number
  /** Whether no other active processor that it has passed had drawn the same in the same round. */
  readonly unique: boolean
}
type Input = { readonly n: number }
interface State {
  readonly n: number
  active: boolean
  round: number
  identity: number
  elected: boolean | null
}

const R = finalQuantity<State>('the rounds of the leader', ({ states }) =>
  states.reduce((most, { round }) => Math.max(most, round), 0),
)

export const itaiRodeh: Algorithm<State, Message, Input> = {
  name: 'itai-rodeh',
  title: 'Itai–Rodeh',
  summary:
    'on an anonymous ring of known size, the largest of the identities drawn wins if it is the only one',
  source: 'Itai & Rodeh 1990; Tel, chapter 9',
  requires: { size: true, coins: true, shape: 'ring', orientation: true, fifo: true },
  terminates: false,

  initially: ({ n }) => ({ n, active: true, round: 0, identity: 0, elected: null }),

  uponStart: drawIdentity,

  uponReceiving: {
    token(p, state, { round, identity, hops, unique }) {
      const more = state.active ? round - state.round || identity - state.identity : 1
      if (more < 0) return
      if (hops === state.n) {
        if (!unique) return drawIdentity(p, state)
        state.elected = true
        return
      }
      if (more > 0) {
        state.active = false
        state.elected = false
      }
      p.send(LEFT, { type: 'token', round, identity, hops: hops + 1, unique: unique && more > 0 })
    },
  },

  bits: { token: ({ count }, { round }) => 2 * count + Math.ceil(Math.log2(round + 1)) + 1 },

  claims: {
    messages: atMost('n^2 R', { where: { R } }),
    // A round lasts n at most, the wake-up n − 1.
    time: [atMost('n R', { when: allAwakeAtZero, where: { R } }), atMost('n R + n - 1', { where: { R } })],
    'column:rounds': expectedAtMost('e n/(n - 1)', {
      where: { e: { description: 'the base of natural logarithms', value: () => Math.E } },
    }),
  },

  properties: electsOne,

  columns: {
    rounds: { description: 'rounds of the leader', read: (final) => R.final(final) },
  },

  worstDelays: () => slowest,
}

function drawIdentity(p: Processor<Message>, state: State): void {
  state.round++
  state.identity = 1 + Math.floor(p.random() * state.n)
  p.send(LEFT, { type: 'token', round: state.round, identity: state.identity, hops: 1, unique: true })
}
