import {
  type Algorithm,
  always,
  atMost,
  type ConfigurationView,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  parametrised,
  type Unnamed,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'

type Message = { readonly type: 'least'; readonly value: number }
type Input = { readonly value: number; readonly f: number }
interface State extends Deciding {
  /** After how many rounds it decides. */
  readonly rounds: number
  round: number
  /** The smallest input that it knows. */
  least: number
}

/**
 * FloodMin for k-set agreement, in which k different decisions are allowed: everyone sends the smallest input that it
 * knows for ⌊f/k⌋ + 1 rounds. In one of them less than k crash, after which no more than k values are the smallest of
 * anyone.
 */
export const floodmin = /* @__PURE__ */ parametrised({
  name: 'floodmin',
  title: 'FloodMin',
  summary: 'k-set agreement: everyone sends the smallest input it knows in ⌊f/k⌋ + 1 rounds, then decides it',
  parameters: {
    k: { kind: 'integer', min: 1, default: 2, description: 'how many different decisions are allowed' },
  },
  create: ({ k }) => agreeingOn(k),
})

function agreeingOn(k: number): Unnamed<Algorithm<State, Message, Input>> {
  const rounds = 'floor(f/k) + 1'
  return {
    summary: 'everyone sends the smallest input it knows in ⌊f/k⌋ + 1 rounds, then decides it',
    source: 'Chaudhuri, Herlihy, Lynch & Tuttle 2000; Lynch 1996, section 7.1',
    requires: { resilience: 'n > f', shape: 'complete', synchronous: true, initiators: 'together' },
    tolerates: ['crash'],
    terminates: true,
    marks: ['decided'],

    initially: ({ value, f }) => ({ rounds: Math.floor(f / k) + 1, round: 0, least: value, decided: null }),

    uponStart: sendLeast,

    uponRound(p, state, inbox) {
      state.round++
      for (const { message } of inbox) state.least = Math.min(state.least, message.value)
      if (state.round < state.rounds) return sendLeast(p, state)
      decide(p, state, state.least)
    },

    bits: { least: ({ value }) => value },

    alphabet: ({ values }) => [...new Set(values)].map((value) => ({ type: 'least', value })),

    claims: {
      messages: [exactly(`(${rounds}) n (n - 1)`, { when: withoutFaults }), atMost(`(${rounds}) n (n - 1)`)],
      time: atMost(rounds),
      'time:decided': exactly(rounds),
      'time-first:decided': exactly(rounds),
    },

    properties: {
      agreement: always<State>(({ states }: ConfigurationView<State>) => {
        const decided = new Set(states.map((state) => state.decided).filter((value) => value !== null))
        return decided.size <= k || `${decided.size} values are decided, and no more than ${k} may be`
      }),
      validity: consensus.validity,
      termination: consensus.termination,
    },
  }
}

function sendLeast(p: Processor<Message>, { least }: State): void {
  p.sendToAll({ type: 'least', value: least })
}
