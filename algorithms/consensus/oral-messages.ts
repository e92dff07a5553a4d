import {
  type Algorithm,
  atMost,
  both,
  consensus,
  type Deciding,
  exactly,
  type Instance,
  type Processor,
  type Received,
  several,
  withoutFaults,
} from '../../engine/index.ts'
import { decide } from './decide.ts'
import { allLists, continuations, keyOf, type Label, labelCount, labelsOf } from './labels.ts'
import { byDefault, majorityOf } from './majority.ts'
import { obedience, sender } from './obedience.ts'
import { type Placed, type Places, placesInRounds, placesOf } from './places.ts'

/** A value, and whom it has come through: the commander first, the one who sends it now last. */
type Message = { readonly type: 'order'; readonly value: number; readonly path: Label }
interface State extends Deciding, Places {
  readonly f: number
  readonly value: number
  round: number
  /** What came, by the path it came. */
  orders: Readonly<Record<string, number>>
}

const M = {
  description: 'Σ(j = 1 … f + 1) (n − 1)(n − 2) … (n − j)',
  value: ({ network: { n }, f = 0 }: Instance) =>
    Array.from({ length: f + 1 }, (_, i) => labelCount(n - 1, i + 1)).reduce((a, b) => a + b),
}

/**
 * Oral messages, OM(f): the commander, which has the least identifier, sends its input to its lieutenants, and each of
 * them passes what it hears on as the commander of OM(f - 1) among the others. All the runs of OM that this makes go on
 * side by side, told apart by the path of an order.
 */
export const oralMessages: Algorithm<State, Message, Placed> = {
  name: 'oral-messages',
  title: 'Oral messages OM(f)',
  summary: 'the Byzantine generals: a commander’s order reaches its lieutenants although f of all may lie',
  source: 'Lamport, Shostak & Pease 1982',
  requires: { resilience: 'n > 3f', ...placesInRounds },
  tolerates: ['byzantine'],
  terminates: true,
  marks: ['decided'],

  initially: (input) => ({
    f: input.f,
    ...placesOf(input),
    value: input.value,
    round: 0,
    orders: {},
    decided: null,
  }),

  uponStart(p, state) {
    if (state.place !== sender) return
    p.sendToAll({ type: 'order', value: state.value, path: [sender] })
    decide(p, state, state.value)
  },

  uponRound(p, state, inbox) {
    state.round++
    hear(state, inbox)
    if (state.round > state.f) decide(p, state, resolved(state, [sender]))
    else passOn(p, state)
  },

  bits: { order: ({ value, count }, { path }) => value + count * path.length },

  alphabet: ({ n, f, values }) =>
    Array.from({ length: f + 1 }, (_, i) => i + 1).flatMap((length) =>
      labelsOf(n, length).flatMap((path) =>
        [...new Set([byDefault, ...values])].map((value) => ({ type: 'order', value, path })),
      ),
    ),

  // One order for each path that leads through the liar; one that does not come is taken to be the default.
  lies({ n, f, values, round, liar, ids }) {
    if (round > f) return [[]]
    const place = ids.filter((id) => id < ids[liar]!).length
    const paths = labelsOf(n, round + 1).filter((path) => path[0] === sender && path.at(-1) === place)
    return allLists(values, paths.length).map((list) =>
      list.map((value, i) => ({ type: 'order', value, path: paths[i]! })),
    )
  },

  claims: {
    messages: [exactly('M', { when: withoutFaults, where: { M } }), atMost('M', { where: { M } })],
    time: atMost('f + 1'),
    'time:decided': [exactly('f + 1', { when: both(withoutFaults, several) }), atMost('f + 1')],
  },

  properties: {
    agreement: consensus.agreement,
    validity: obedience,
    termination: consensus.termination,
  },
}

/** The paths of a round that lead to the processor of a place and do not go through it. */
const pathsTo = ({ places, place }: Places, length: number): readonly Label[] =>
  labelsOf(places.length + 1, length, [sender]).filter((path) => !path.includes(place))

/** Keeps what came by the paths of this round; a path that does not end with its sender is a lie. */
function hear(state: State, inbox: readonly Received<Message>[]): void {
  const orders = { ...state.orders }
  const paths = new Set(pathsTo(state, state.round).map(keyOf))
  for (const { message, from } of inbox) {
    const key = keyOf(message.path)
    if (paths.has(key) && message.path.at(-1) === state.places[from]) orders[key] = message.value
  }
  state.orders = orders
}

function passOn(p: Processor<Message>, state: State): void {
  const { places, place, round } = state
  for (const path of pathsTo(state, round)) {
    const message: Message = { type: 'order', value: heard(state, path), path: [...path, place] }
    for (const [channel, other] of places.entries()) if (!path.includes(other)) p.send(channel, message)
  }
}

/** An order that did not come is taken to be the default. */
const heard = ({ orders }: State, path: Label): number => orders[keyOf(path)] ?? byDefault

/** The order of the last of a path: what most of its lieutenants heard from it, by its own word or by theirs. */
function resolved(state: State, path: Label): number {
  if (path.length > state.f) return heard(state, path)
  const others = continuations(path, state.places.length + 1).filter((place) => place !== state.place)
  return majorityOf([heard(state, path), ...others.map((place) => resolved(state, [...path, place]))])
}
