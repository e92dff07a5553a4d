import {
  type Algorithm,
  atMost,
  both,
  type Condition,
  consensus,
  type Deciding,
  exactly,
  type Processor,
  type Received,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { byDefault } from './majority.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

type Message =
  | { readonly type: 'value'; readonly value: number }
  | { readonly type: 'proposal'; readonly value: number }
  | { readonly type: 'king'; readonly value: number }
interface State extends Deciding, Places {
  readonly f: number
  round: number
  value: number
  /** What it proposes in this phase; null: nothing. */
  proposed: number | null
  /** How many proposed the value that it has now. */
  support: number
}

const unanimous: Condition = {
  text: 'all have the same input',
  about: ['inputs'],
  holds: ({ instance: { values } }) => Array.from(values).every((value) => value === values[0]),
}

/**
 * Phase king for as many liars as there can be: a value is proposed only by those who heard it from n − f, so that no two
 * values are proposed by correct processors in a phase. Who heard n − f proposals keeps the value; then the king, if it is
 * correct, has heard n − 2f > f of them, and has the same. The king of phase k has the k-th smallest identifier.
 */
export const phaseKingOptimal: Algorithm<State, Message, Placed> = {
  name: 'phase-king-optimal',
  title: 'Phase king, n > 3f',
  summary: 'phase king with proposals: three rounds a phase, and f may be as large as it can be',
  source: 'Berman, Garay & Perry 1989',
  requires: { resilience: 'n > 3f', ...placesInRounds },
  tolerates: ['byzantine'],
  terminates: true,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    round: 0,
    value: input.value,
    proposed: null,
    support: 0,
    decided: null,
  }),

  uponStart: sendValue,

  uponRound(p, state, inbox) {
    const king = Math.floor(state.round / 3)
    const step = state.round % 3
    state.round++
    if (step === 0) return propose(p, state, inbox)
    if (step === 1) {
      adopt(state, inbox)
      if (state.place === king) p.sendToAll({ type: 'king', value: state.value })
      return
    }
    const said = inbox.find(({ message, from }) => message.type === 'king' && state.places[from] === king)
    if (said !== undefined && state.support < p.degree + 1 - state.f) state.value = said.message.value
    if (king < state.f) return sendValue(p, state)
    decide(p, state, state.value)
  },

  bits: { value: ({ value }) => value, proposal: ({ value }) => value, king: ({ value }) => value },

  alphabet: ({ values }) =>
    [...new Set([byDefault, ...values])].flatMap((value) => [
      { type: 'value', value },
      { type: 'proposal', value },
      { type: 'king', value },
    ]),

  claims: {
    messages: [
      // In every phase all send their value, all propose it, and the king sends it.
      exactly('(f + 1)(n - 1)(2n + 1)', { when: both(withoutFaults, unanimous) }),
      atMost('(f + 1)(n - 1)(2n + 1)'),
    ],
    time: atMost('3(f + 1)'),
    'time:decided': exactly('3(f + 1)'),
    'time-first:decided': exactly('3(f + 1)'),
  },

  properties: {
    agreement: consensus.agreement,
    validity: consensus.strongValidity,
    termination: consensus.termination,
  },
}

function sendValue(p: Processor<Message>, state: State): void {
  p.sendToAll({ type: 'value', value: state.value })
}

/** Proposes the value that n − f have, if there is one. */
function propose(p: Processor<Message>, state: State, inbox: readonly Received<Message>[]): void {
  const counts = tally('value', state.value, inbox)
  const found = [...counts].find(([, count]) => count >= p.degree + 1 - state.f)
  state.proposed = found === undefined ? null : found[0]
  if (state.proposed !== null) p.sendToAll({ type: 'proposal', value: state.proposed })
}

/** Takes the value that more than f propose, one of whom is correct. */
function adopt(state: State, inbox: readonly Received<Message>[]): void {
  const counts = tally('proposal', state.proposed, inbox)
  const found = [...counts].find(([, count]) => count > state.f)
  if (found !== undefined) state.value = found[0]
  state.support = counts.get(state.value) ?? 0
}

/** How often each value is named in messages of a type, one by each sender, and by the processor itself. */
function tally(
  type: Message['type'],
  own: number | null,
  inbox: readonly Received<Message>[],
): Map<number, number> {
  const said = new Map<number, number>()
  for (const { message, from } of inbox) if (message.type === type) said.set(from, message.value)
  const counts = new Map<number, number>(own === null ? [] : [[own, 1]])
  for (const value of said.values()) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
