import {
  type Algorithm,
  exactly,
  expected,
  finalQuantity,
  type Instance,
  LEFT,
  type Processor,
} from '../../../engine/index.ts'
import { electsOne } from '../elected.ts'
import { meanPhases } from './mean-phases.ts'

/**
 * The election of Itai and Rodeh on an anonymous synchronous ring of known size: in a phase of n rounds, each of the a
 * processors that are still active is a candidate with probability 1/a and then sends a token round. All count the
 * tokens: one elects, none is silence and the phase was in vain, and of several their senders stay active. Itai & Rodeh
 * 1990; Lavault & Louchard 2006.
 */
type Message = { readonly type: 'token' }
type Input = { readonly n: number }
interface State {
  readonly n: number
  active: boolean
  /** How many are active. */
  actives: number
  candidate: boolean
  phase: number
  /** Of this phase, and how many tokens have come in it. */
  round: number
  tokens: number
  elected: boolean | null
}

const TOKEN: Message = { type: 'token' }

const R = finalQuantity<State>('the phases', ({ states }) => states[0]!.phase)

const E = {
  description:
    'the mean number of phases: E(1) = 0, E(a) = 1 + Σ Pr(k candidates of a) E(k), where k = 0 leaves all a',
  value: ({ network: { n } }: Instance) => meanPhases(n),
}

export const itaiRodehRounds: Algorithm<State, Message, Input> = {
  name: 'itai-rodeh-rounds',
  title: 'Itai–Rodeh in rounds',
  summary: 'on an anonymous synchronous ring of known size, candidates by chance send tokens that all count',
  source: 'Itai & Rodeh 1990; Lavault & Louchard 2006',
  remarks: 'A round without a token is information, so messages carry none: their number is.',
  requires: {
    size: true,
    coins: true,
    shape: 'ring',
    orientation: true,
    synchronous: true,
    initiators: 'together',
  },
  terminates: true,

  initially: ({ n }) => ({
    n,
    active: true,
    actives: n,
    candidate: false,
    phase: 0,
    round: 0,
    tokens: 0,
    elected: null,
  }),

  uponStart: beginPhase,

  uponRound(p, state, inbox) {
    state.round++
    state.tokens += inbox.length
    // In the last round a candidate's own token comes home.
    if (state.round < state.n) {
      if (inbox.length > 0) p.send(LEFT, TOKEN)
      return
    }
    if (state.tokens > 0) {
      state.active = state.candidate
      state.actives = state.tokens
    }
    if (state.tokens !== 1) return beginPhase(p, state)
    state.elected = state.active
    p.terminate()
  },

  bits: { token: () => 1 },

  claims: {
    // A phase has one candidate on average, whose token takes n messages.
    messages: expected('n E', { where: { E } }),
    time: [exactly('n R', { where: { R } }), expected('n E', { where: { E } })],
  },

  properties: electsOne,
}

function beginPhase(p: Processor<Message>, state: State): void {
  state.phase++
  state.round = 0
  state.tokens = 0
  state.candidate = state.active && p.random() * state.actives < 1
  if (state.candidate) p.send(LEFT, TOKEN)
}
