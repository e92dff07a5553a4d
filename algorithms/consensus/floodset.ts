import {
  type Algorithm,
  atMost,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'

type Message = { readonly type: 'values'; readonly values: readonly number[] }
type Input = { readonly value: number; readonly f: number }
interface State extends Deciding {
  readonly f: number
  round: number
  /** The inputs that it knows, in ascending order. */
  known: number[]
}

/**
 * FloodSet: in each of f + 1 rounds everyone sends all inputs that it knows, then decides the smallest. In one of the
 * rounds nobody crashes; after it all know the same. Attiya & Welch, section 5.1.3, where only new inputs are sent.
 */
export const floodset: Algorithm<State, Message, Input> = {
  name: 'floodset',
  title: 'FloodSet',
  summary: 'everyone sends all inputs it knows in f + 1 rounds, then decides the smallest',
  source: 'Attiya & Welch, section 5.1.3; Lynch 1996, section 6.2',
  remarks: 'Everyone sends all that it knows in every round, not only what is new.',
  requires: { resilience: 'n > f', shape: 'complete', synchronous: true, initiators: 'together' },
  tolerates: ['crash'],
  terminates: true,
  marks: ['decided'],

  initially: ({ value, f }) => ({ f, round: 0, known: [value], decided: null }),

  uponStart(p, state) {
    sendOrDecide(p, state)
  },

  uponRound(p, state, inbox) {
    state.round++
    const known = new Set(state.known)
    // Mostly others know the same; to compare lists is much faster than to look up each of their values.
    let latest: readonly number[] = []
    for (const { message } of inbox) {
      const { values } = message
      if (areSame(values, state.known) || areSame(values, latest)) continue
      for (const value of values) known.add(value)
      latest = values
    }
    if (known.size > state.known.length) state.known = [...known].sort((a, b) => a - b)
    sendOrDecide(p, state)
  },

  bits: { values: ({ value }, { values }) => value * values.length },

  alphabet: ({ values }) => [...new Set(values)].map((value) => ({ type: 'values', values: [value] })),

  claims: {
    messages: [
      exactly('(f + 1) n (n - 1)', { when: withoutFaults }),
      // In f + 1 rounds everyone who has not crashed sends to all others.
      atMost('(f + 1) n (n - 1)'),
    ],
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

/** A plain loop: it runs a billion times for a thousand processors. */
function areSame(some: readonly number[], others: readonly number[]): boolean {
  if (some.length !== others.length) return false
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false
  return true
}

function sendOrDecide(p: Processor<Message>, state: State): void {
  if (state.round <= state.f) return p.sendToAll({ type: 'values', values: state.known })
  decide(p, state, state.known[0]!)
}
