import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  type Channel,
  type Condition,
  eventually,
  everyProcessor,
  exactly,
  type Processor,
  slowest,
  unitDelays,
} from '../../engine/index.ts'
import { agendaOf, type Call } from './agenda.ts'

/**
 * Gossip by telephone: everyone has a rumour, in a call both tell all they know, and 2n − 4 calls are enough, and needed,
 * for everyone to know all. The four smallest identifiers are the centre: all others call its first, four calls in a
 * cycle make all of the centre know everything, and its first calls all others. Tijdeman 1971; Baker & Shostak 1972.
 *
 * Everyone knows all identifiers, so all know who calls whom in which order, and one who calls too early waits.
 */
type Message =
  | { readonly type: 'call'; readonly rumours: readonly number[] }
  | { readonly type: 'answer'; readonly rumours: readonly number[] }
type Input = { readonly id: number; readonly neighborIds: readonly number[] }
interface State {
  /** The identifiers of those whose rumours it knows. */
  rumours: readonly number[]
  readonly n: number
  /** Its calls that are still to come, in order, and the rumours of those who have called already. */
  agenda: readonly Call[]
  readonly early: { readonly from: Channel; readonly rumours: readonly number[] }[]
  /** Whether it has called and waits for the answer. */
  waits: boolean
}

const between = (text: string, least: number, most = Number.POSITIVE_INFINITY): Condition => ({
  text,
  holds: ({ instance: { network } }) => network.n >= least && network.n <= most,
})
const twoOrThree = between('n is 2 or 3', 2, 3)
const fromFour = between('n ≥ 4', 4)
const fromFive = between('n ≥ 5', 5)

/** All learn all in 2n − 4 calls. */
export const telephoneCalls: Algorithm<State, Message, Input> = {
  name: 'telephone-calls',
  title: 'Gossip by telephone',
  summary: 'everyone learns everyone’s rumour in 2n − 4 telephone calls on a complete graph',
  source: 'Tijdeman 1971; Baker & Shostak 1972',
  requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete', initiators: 'all' },
  terminates: true,

  initially: ({ id, neighborIds }) => ({
    rumours: [id],
    n: neighborIds.length + 1,
    agenda: agendaOf(id, neighborIds),
    early: [],
    waits: false,
  }),

  uponStart: proceed,

  uponReceiving: {
    call(p, state, { rumours }, from) {
      state.early.push({ from, rumours })
      proceed(p, state)
    },
    answer(p, state, { rumours }) {
      learn(state, rumours)
      state.waits = false
      proceed(p, state)
    },
  },

  bits: {
    call: ({ identifier }, { rumours }) => identifier * rumours.length,
    answer: ({ identifier }, { rumours }) => identifier * rumours.length,
  },

  claims: {
    'messages:call': [
      exactly('2n - 4', { when: fromFour, source: 'Tijdeman 1971, who shows that fewer are not enough' }),
      exactly('2n - 3', { when: twoOrThree }),
    ],
    // Each call is answered.
    messages: [exactly('4n - 8', { when: fromFour }), exactly('4n - 6', { when: twoOrThree })],
    // The first of the centre has heard of all others by 1, and then makes two calls in the centre and n − 4 back.
    time: [
      exactly('2n - 3', { when: both(fromFive, both(unitDelays, allAwakeAtZero)) }),
      atMost('w + 2n - 3', { when: fromFour }),
      atMost('w + n', { when: twoOrThree }),
    ],
  },

  properties: {
    everyoneKnowsAll: eventually(
      everyProcessor(({ rumours, n }) => new Set(rumours).size === n, 'knows all rumours'),
    ),
  },

  worstDelays: () => slowest,
}

/** Goes through the agenda as far as possible: answers those who have called, and stops at a call of its own. */
function proceed(p: Processor<Message>, state: State): void {
  while (!state.waits) {
    const [next] = state.agenda
    if (next === undefined) return p.terminate()
    const call = state.early.find(({ from }) => from === next.channel)
    if (!next.calls && call === undefined) return
    if (call !== undefined && !next.calls) learn(state, call.rumours)
    state.agenda = state.agenda.slice(1)
    state.waits = next.calls
    p.send(next.channel, { type: next.calls ? 'call' : 'answer', rumours: state.rumours })
  }
}

function learn(state: State, rumours: readonly number[]): void {
  state.rumours = [...new Set([...state.rumours, ...rumours])]
}
