import {
  type Algorithm,
  atMost,
  consensus,
  type Deciding,
  exactly,
  finalQuantity,
  isFaulty,
  type Processor,
  type Received,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { byDefault, majorityOf } from './majority.ts'
import { onlyLiars } from './only-liars.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

type Message =
  | { readonly type: 'preference'; readonly value: number }
  | { readonly type: 'king'; readonly value: number }
interface State extends Deciding, Places {
  readonly f: number
  round: number
  preference: number
  /** What most processors prefer, and how many do. */
  majority: number
  multiplicity: number
}

const hk = finalQuantity<State>('correct processors among the f + 1 kings', (configuration) =>
  configuration.states.reduce(
    (kings, { place, f }, p) => kings + (place <= f && !isFaulty(configuration, p) ? 1 : 0),
    0,
  ),
)

/**
 * Phase king: in each of f + 1 phases all send what they prefer, then the king of the phase sends what most prefer, and
 * whoever has no clear majority of its own takes that. One of the kings is correct; after its phase all prefer the same,
 * and no liar can change it any more. The king of phase k has the k-th smallest identifier.
 */
export const phaseKing: Algorithm<State, Message, Placed> = {
  name: 'phase-king',
  title: 'Phase king',
  summary: 'in f + 1 phases of two rounds whoever sees no clear majority follows the king of the phase',
  source: 'Attiya & Welch, section 5.2.5; Berman, Garay & Perry 1989',
  requires: { resilience: 'n > 4f', ...placesInRounds },
  tolerates: ['byzantine'],
  terminates: true,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    round: 0,
    preference: input.value,
    majority: input.value,
    multiplicity: 0,
    decided: null,
  }),

  uponStart: sendPreference,

  uponRound(p, state, inbox) {
    state.round++
    const king = Math.floor((state.round - 1) / 2)
    if (state.round % 2 === 1) {
      count(state, inbox)
      if (state.place === king) p.sendToAll({ type: 'king', value: state.majority })
      return
    }
    const isClear = state.multiplicity > (p.degree + 1) / 2 + state.f
    state.preference = isClear || state.place === king ? state.majority : heardFrom(king, state, inbox)
    if (king < state.f) return sendPreference(p, state)
    decide(p, state, state.preference)
  },

  bits: { preference: ({ value }) => value, king: ({ value }) => value },

  alphabet: ({ values }) =>
    [...new Set([byDefault, ...values])].flatMap((value) => [
      { type: 'preference', value },
      { type: 'king', value },
    ]),

  claims: {
    messages: [
      exactly('(f + 1)(n^2 - 1)', { when: withoutFaults }),
      // What liars send does not count, and hk of the kings are correct.
      exactly('(f + 1)(n - fa)(n - 1) + hk (n - 1)', { when: onlyLiars, where: { hk } }),
      atMost('(f + 1)(n^2 - 1)'),
    ],
    time: atMost('2(f + 1)'),
    'time:decided': exactly('2(f + 1)'),
    'time-first:decided': exactly('2(f + 1)'),
  },

  properties: {
    agreement: consensus.agreement,
    validity: consensus.strongValidity,
    termination: consensus.termination,
  },
}

function sendPreference(p: Processor<Message>, state: State): void {
  p.sendToAll({ type: 'preference', value: state.preference })
}

/** Counts the preferences, its own among them; whoever is silent prefers the default. */
function count(state: State, inbox: readonly Received<Message>[]): void {
  const preferences = new Array<number>(state.places.length).fill(byDefault)
  for (const { message, from } of inbox) if (message.type === 'preference') preferences[from] = message.value
  preferences.push(state.preference)
  state.majority = majorityOf(preferences)
  state.multiplicity = preferences.filter((value) => value === state.majority).length
}

/** What the king says; the default if it says nothing. */
function heardFrom(king: number, { places }: State, inbox: readonly Received<Message>[]): number {
  const said = inbox.find(({ message, from }) => message.type === 'king' && places[from] === king)
  return said?.message.value ?? byDefault
}
