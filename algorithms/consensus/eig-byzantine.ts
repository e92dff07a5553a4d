import {
  type Algorithm,
  atMost,
  consensus,
  type Deciding,
  exactly,
  type Instance,
  type Processor,
  type Received,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { B } from './input-bits.ts'
import { allLists, continuations, keyOf, type Label, labelCount, labelsOf } from './labels.ts'
import { byDefault, majorityOf } from './majority.ts'
import { onlyLiars } from './only-liars.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

/** The values of a level of the sender's tree, by label; those of labels that name the sender are left out. */
type Message = { readonly type: 'level'; readonly values: readonly number[] }
interface State extends Deciding, Places {
  readonly f: number
  round: number
  /** By label i, …, j: what j says that … i has as its input. */
  tree: Readonly<Record<string, number>>
}

const V = {
  description: 'the values that one processor sends to one other: Σ(j = 0 … f) (n − 1)(n − 2) … (n − j)',
  value: ({ network: { n }, f = 0 }: Instance) =>
    Array.from({ length: f + 1 }, (_, level) => labelCount(n - 1, level)).reduce((a, b) => a + b),
}

/**
 * Exponential information gathering: everyone tells everyone all it has heard, and from whom, for f + 1 rounds; then it
 * works its tree out from the leaves, each label having the value of most of those that continue it. Places stand for
 * processors in labels.
 */
export const eigByzantine: Algorithm<State, Message, Placed> = {
  name: 'eig-byzantine',
  title: 'Exponential information gathering',
  summary: 'everyone passes on all that it hears for f + 1 rounds, then majorities decide from the leaves up',
  source: 'Attiya & Welch, section 5.2.4; Bar-Noy, Dolev, Dwork & Strong 1987',
  requires: { resilience: 'n > 3f', ...placesInRounds },
  tolerates: ['byzantine'],
  terminates: true,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    round: 0,
    tree: { '': input.value },
    decided: null,
  }),

  uponStart: sendLevel,

  uponRound(p, state, inbox) {
    state.round++
    gather(state, inbox)
    if (state.round <= state.f) return sendLevel(p, state)
    decide(p, state, resolved(state, []))
  },

  bits: { level: ({ value }, { values }) => value * values.length },

  alphabet: ({ n, f, values }) =>
    Array.from({ length: f + 1 }, (_, level) => labelCount(n - 1, level)).flatMap((length) =>
      [...new Set([byDefault, ...values])].map((value) => ({
        type: 'level',
        values: new Array<number>(length).fill(value),
      })),
    ),

  // Silence is the default, and so is in the last round all that is not told.
  lies: ({ n, values, round }) =>
    allLists(values, labelCount(n - 1, round)).map((list) => [{ type: 'level', values: list }]),

  claims: {
    messages: [
      exactly('(f + 1) n (n - 1)', { when: withoutFaults }),
      exactly('(f + 1)(n - fa)(n - 1)', { when: onlyLiars }),
      atMost('(f + 1) n (n - 1)'),
    ],
    bits: exactly('B n (n - 1) V', { when: withoutFaults, where: { B, V } }),
    time: atMost('f + 1'),
    'time:decided': exactly('f + 1'),
    'time-first:decided': exactly('f + 1'),
  },

  properties: {
    agreement: consensus.agreement,
    validity: consensus.strongValidity,
    termination: consensus.termination,
  },
}

/** Those labels of the level that the processor of a place passes on. */
const passedOn = (n: number, level: number, place: number): readonly Label[] =>
  labelsOf(n, level).filter((label) => !label.includes(place))

function sendLevel(p: Processor<Message>, { round, place, tree }: State): void {
  const values = passedOn(p.degree + 1, round, place).map((label) => tree[keyOf(label)]!)
  p.sendToAll({ type: 'level', values })
}

/** Enters what the others say of the level before, and what it says itself, in the level of this round. */
function gather(state: State, inbox: readonly Received<Message>[]): void {
  const { places, place, round } = state
  const n = places.length + 1
  const tree: Record<string, number> = { ...state.tree }
  const enter = (by: number, said: (label: Label, index: number) => number) =>
    passedOn(n, round - 1, by).forEach((label, index) => {
      tree[keyOf([...label, by])] = said(label, index)
    })
  // Whoever is silent, or says less than it should, is taken to say the default.
  for (const other of places) enter(other, () => byDefault)
  for (const { message, from } of inbox)
    enter(places[from]!, (_, index) => message.values[index] ?? byDefault)
  enter(place, (label) => tree[keyOf(label)]!)
  state.tree = tree
}

/** The value of a label: at a leaf what was heard, else that of most of the labels that continue it. */
function resolved(state: State, label: Label): number {
  if (label.length > state.f) return state.tree[keyOf(label)]!
  const next = continuations(label, state.places.length + 1)
  return majorityOf(next.map((place) => resolved(state, [...label, place])))
}
