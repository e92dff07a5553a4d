import {
  type Algorithm,
  atMost,
  consensus,
  type Deciding,
  exactly,
  type Instance,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { B } from './input-bits.ts'

type Message = { readonly type: 'values'; readonly values: readonly number[] }
type Input = { readonly value: number; readonly f: number }
interface State extends Deciding {
  readonly f: number
  round: number
  /** The inputs that it knows, in the order in which it learnt them. */
  known: readonly number[]
}

const V = {
  description: 'the number of different inputs',
  value: ({ values }: Instance) => new Set(Array.from(values)).size,
}

/**
 * FloodSet as the book has it: everyone sends an input once, in the round after it learnt it, and nothing when it learnt
 * nothing new. After f + 1 rounds it decides the smallest that it knows.
 */
export const floodsetDelta: Algorithm<State, Message, Input> = {
  name: 'floodset-delta',
  title: 'FloodSet, new inputs only',
  summary: 'everyone sends each input that it learns once, and after f + 1 rounds decides the smallest',
  source: 'Attiya & Welch, section 5.1.3',
  requires: { resilience: 'n > f', shape: 'complete', synchronous: true, initiators: 'together' },
  tolerates: ['crash'],
  terminates: true,
  marks: ['decided'],

  initially: ({ value, f }) => ({ f, round: 0, known: [value], decided: null }),

  uponStart(p, state) {
    tell(p, state.known)
  },

  uponRound(p, state, inbox) {
    state.round++
    const known = new Set(state.known)
    for (const { message } of inbox) for (const value of message.values) known.add(value)
    const learnt = [...known].slice(state.known.length)
    state.known = [...known]
    if (state.round <= state.f) return tell(p, learnt)
    decide(p, state, Math.min(...state.known))
  },

  bits: { values: ({ value }, { values }) => value * values.length },

  alphabet: ({ values }) => [...new Set(values)].map((value) => ({ type: 'values', values: [value] })),

  claims: {
    messages: [
      // All learn all inputs in the first round and send them in the second, if there is one and there are others.
      exactly('min(V, 2, f + 1) n (n - 1)', { when: withoutFaults, where: { V } }),
      atMost('min(V, f + 1) n (n - 1)', { where: { V } }),
    ],
    bits: atMost('V B n (n - 1)', { where: { B, V } }),
    time: atMost('f + 1'),
    'time:decided': exactly('f + 1'),
    'time-first:decided': exactly('f + 1'),
  },

  properties: {
    agreement: consensus.uniformAgreement,
    validity: consensus.validity,
    termination: consensus.termination,
  },
}

function tell(p: Processor<Message>, values: readonly number[]): void {
  if (values.length > 0) p.sendToAll({ type: 'values', values })
}
