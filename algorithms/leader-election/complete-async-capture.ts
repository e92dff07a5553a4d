import {
  type Algorithm,
  atMost,
  type Channel,
  exactly,
  oneInitiator,
  order,
  type Processor,
} from '../../engine/index.ts'
import { electsOne } from './elected.ts'

/**
 * Election by capture on a complete graph: a candidate tries its channels one after the other and captures the
 * processors there. Who has an owner asks it before it changes sides, and the owner yields to a candidate of higher
 * level, which is the number of processors captured, or of the same level and a larger identifier. A candidate that
 * yields or is rejected gives up, and its level stays. Humblet 1984; Afek & Gafni 1991.
 *
 * Any initiator may win. The candidate with the greatest level and identifier of all never yields, so there is a
 * leader; it has captured all others, who yielded, so there is no second.
 */
type Message =
  | { readonly type: 'capture'; readonly level: number; readonly id: number }
  | { readonly type: 'ask'; readonly level: number; readonly id: number }
  | { readonly type: 'win' }
  | { readonly type: 'lose' }
  | { readonly type: 'accept' }
  | { readonly type: 'reject' }
  | { readonly type: 'announcement' }
type Input = { readonly id: number }
interface Challenge {
  readonly from: Channel
  readonly level: number
  readonly id: number
}
interface State {
  readonly id: number
  /** How many processors it has captured; −1 if it is no candidate. */
  level: number
  /** Whether it is a candidate that has not given up. */
  alive: boolean
  /** The channel to the processor that has captured it. */
  owner: Channel | null
  /** The candidate about whom the owner is being asked, and those who wait for their turn. */
  readonly challenges: Challenge[]
  elected: boolean | null
}

const WIN: Message = { type: 'win' }
const LOSE: Message = { type: 'lose' }
const ACCEPT: Message = { type: 'accept' }
const REJECT: Message = { type: 'reject' }
const ANNOUNCEMENT: Message = { type: 'announcement' }

export const completeAsyncCapture: Algorithm<State, Message, Input> = {
  name: 'complete-async-capture',
  title: 'Capture on a complete graph',
  summary: 'on a complete graph, candidates capture the others one by one',
  source: 'Humblet 1984; Afek & Gafni 1991',
  remarks:
    'An owner that has given up compares as well: it yields to higher levels only. So the sets of processors that two candidates captured on their way to one level are disjoint, which is what bounds the messages.',
  requires: { identifiers: true, shape: 'complete' },
  terminates: true,
  wokenByMessage: 'joins',

  initially: ({ id }) => ({ id, level: -1, alive: false, owner: null, challenges: [], elected: null }),

  uponStart(p, state) {
    state.level = 0
    state.alive = true
    captureNext(p, state)
  },

  uponReceiving: {
    capture(p, state, { level, id }, from) {
      state.challenges.push({ from, level, id })
      if (state.challenges.length === 1) meetChallenge(p, state)
    },
    ask(p, state, { level, id }, from) {
      p.send(from, yields(state, level, id) ? WIN : LOSE)
    },
    win(p, state) {
      const { from } = state.challenges.shift()!
      state.owner = from
      p.send(from, ACCEPT)
      meetChallenge(p, state)
    },
    lose(p, state) {
      p.send(state.challenges.shift()!.from, REJECT)
      meetChallenge(p, state)
    },
    accept(p, state) {
      if (!state.alive) return
      state.level++
      captureNext(p, state)
    },
    reject(_, state) {
      state.alive = false
    },
    announcement(p, state) {
      state.elected = false
      p.terminate()
    },
  },

  bits: {
    capture: ({ count, identifier }) => count + identifier,
    ask: ({ count, identifier }) => count + identifier,
    win: () => 1,
    lose: () => 1,
    accept: () => 1,
    reject: () => 1,
    announcement: () => 1,
  },

  claims: {
    messages: [
      exactly('3(n - 1)', { when: oneInitiator }),
      // Candidates that come to level i − 1 have captured disjoint sets of i − 1 processors and themselves: whoever
      // takes a processor from another was not below its level. So they are at most n/i, and each makes one more
      // attempt, of four messages.
      atMost('4n H(n) + n - 1'),
      order('n ln(n)'),
    ],
    'messages:announcement': exactly('n - 1'),
    // Each of the leader's attempts takes at most four units and two for each attempt of another that it waits for.
    time: [atMost('2n - 1', { when: oneInitiator }), atMost('w + 2n H(n) + 4n')],
  },

  properties: electsOne,
}

/** Tries the next processor; who has captured all others, or is alone, is the leader. */
function captureNext(p: Processor<Message>, state: State): void {
  if (state.level < p.degree)
    return p.send(state.level, { type: 'capture', level: state.level, id: state.id })
  state.elected = true
  p.sendToAll(ANNOUNCEMENT)
  p.terminate()
}

/** Meets the first of the challenges: without an owner at once, else by asking the owner. */
function meetChallenge(p: Processor<Message>, state: State): void {
  while (state.challenges.length > 0) {
    const { from, level, id } = state.challenges[0]!
    if (state.owner !== null) return p.send(state.owner, { type: 'ask', level, id })
    state.challenges.shift()
    const captured = yields(state, level, id)
    if (captured) state.owner = from
    p.send(from, captured ? ACCEPT : REJECT)
  }
}

/** Whether the processor yields to a candidate; if it was one itself, it then gives up. */
function yields(state: State, level: number, id: number): boolean {
  if (level < state.level || (level === state.level && id < state.id)) return false
  state.alive = false
  return true
}
