import {
  type Algorithm,
  atMost,
  type ConfigurationView,
  type Finding,
  InputError,
  isFaulty,
  type Processor,
  parametrised,
  type Received,
  type Unnamed,
} from '../../engine/index.ts'
import { type Placed, type Places, placesInRounds, placesOf } from '../consensus/places.ts'
import { numberOf, readCountingTable } from './counting-table.ts'
import { stabilisationTime } from './stabilisation-time.ts'

type Message = { readonly type: 'state'; readonly value: number }
interface State extends Places {
  value: number
}

/** How a processor comes to its next state, by what it sees at each place. */
interface Rule {
  readonly states: number
  readonly modulo: number
  /** Null for any number of processors. */
  readonly n: number | null
  next(seen: readonly number[], place: number): number
  /** After how many rounds all count, whatever f processors lie. */
  time(f: number): number
}

/**
 * Synchronous counting that stabilises by itself: all send their states in every round, and soon all correct processors
 * show the same number, which is one more in each round, from whatever states they began and whatever liars say. Dolev,
 * Heljanko, Järvisalo, Korhonen, Lenzen, Rybicki, Suomela & Wieringa 2016 let a computer find the tables.
 */
export const counting = /* @__PURE__ */ parametrised({
  name: 'counting',
  title: 'Synchronous counting',
  summary: 'all come to count together in rounds, from any states; with a table, whatever liars say',
  parameters: {
    table: {
      kind: 'text',
      isPath: true,
      description:
        'a file with the next states of all for all states that are seen; without it whoever sees the same does the same',
    },
    modulo: { kind: 'integer', min: 2, max: 10, default: 2, description: 'what is counted: 0 … modulo − 1' },
  },
  create: ({ table, modulo }, readFile) =>
    table === undefined
      ? following(majorityRule(modulo), [])
      : following(tableRule(table, modulo, readFile), ['byzantine']),
})

/** One more than most show: a round after which all have seen the same, all show the same. */
const majorityRule = (modulo: number): Rule => ({
  ...{ states: modulo, modulo, n: null },
  next(seen) {
    const counts = Array.from({ length: modulo }, (_, value) => seen.filter((one) => one === value).length)
    return (counts.indexOf(Math.max(...counts)) + 1) % modulo
  },
  time: (f) => (f === 0 ? 1 : Number.POSITIVE_INFINITY),
})

function tableRule(path: string, modulo: number, readFile: (path: string) => string): Rule {
  const table = readCountingTable(path, readFile(path), modulo)
  const { n, states } = table
  return {
    ...{ states, modulo, n },
    next: (seen, place) => table.next(numberOf(seen, states), place),
    time: (f) => stabilisationTime(table, f),
  }
}

function following(
  rule: Rule,
  tolerates: readonly 'byzantine'[],
): Unnamed<Algorithm<State, Message, Placed>> {
  const T = {
    description: 'the exact largest number of rounds until all count, by the table',
    value: ({ f = 0 }: { readonly f?: number }) => rule.time(f),
  }
  return {
    summary: 'all send their states, and take the next ones from a table',
    source: 'Dolev, Heljanko, Järvisalo, Korhonen, Lenzen, Rybicki, Suomela & Wieringa 2016',
    remarks:
      'It never falls silent: an execution is stopped when all correct processors show the same number. Whoever is silent is taken to be in state 0.',
    requires: { resilience: 'n > 3f', ...placesInRounds },
    tolerates: ['arbitrary-state', ...tolerates],
    terminates: false,

    initially(input) {
      const n = input.neighborIds.length + 1
      if (rule.n === null || rule.n === n) return { ...placesOf(input), value: 0 }
      throw new InputError(`this table for counting is one of ${rule.n} processors; here there are ${n}`)
    },

    uponStart: sendState,

    uponRound(p, state, inbox) {
      state.value = rule.next(seenBy(state, inbox, rule.states), state.place)
      sendState(p, state)
    },

    stopWhen: (configuration) => allShowTheSame(configuration, rule.modulo) === true,

    stabilises: {
      arbitrarily: (_, choose) => ({ value: choose(rule.states) }),
      legitimate: (configuration) => allShowTheSame(configuration, rule.modulo),
    },

    bits: { state: () => Math.ceil(Math.log2(rule.states)) },

    alphabet: () => Array.from({ length: rule.states }, (_, value) => ({ type: 'state', value })),

    claims: {
      time: atMost('T', { where: { T } }),
      // At the start and in each round, everyone sends to all others.
      messages: atMost('(T + 1) n (n - 1)', { where: { T } }),
    },
  }
}

function sendState(p: Processor<Message>, { value }: State): void {
  p.sendToAll({ type: 'state', value })
}

/** What a processor sees at each place; what is no state of the table is taken for 0. */
function seenBy(
  { place, places, value }: State,
  inbox: readonly Received<Message>[],
  states: number,
): number[] {
  const seen = new Array<number>(places.length + 1).fill(0)
  seen[place] = value
  for (const { message, from } of inbox)
    if (Number.isInteger(message.value) && message.value >= 0 && message.value < states)
      seen[places[from]!] = message.value
  return seen
}

/** Whether all correct processors show the same number. */
function allShowTheSame(configuration: ConfigurationView<State>, modulo: number): Finding {
  const correct = configuration.states.flatMap((state, p) =>
    isFaulty(configuration, p) ? [] : [{ p, value: state.value }],
  )
  const [first] = correct
  if (first === undefined) return true
  const other = correct.find(({ value }) => value !== first.value)
  if (other !== undefined)
    return `p_${first.p} is in state ${first.value}, p_${other.p} in state ${other.value}`
  return first.value < modulo || `all are in state ${first.value}, which is no number that is counted`
}
