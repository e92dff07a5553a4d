import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  eventually,
  everyProcessor,
  exactly,
  order,
  type Processor,
  slowest,
} from '../../engine/index.ts'
import { electsTheLeast } from './elected.ts'

/**
 * HyperElect: on an oriented hypercube, duellists meet across dimension 0, the winners across dimension 1, and so on. A
 * challenge that comes to a processor that has lost goes on to the one to whom it lost, by a shortest way: the set of
 * dimensions in which they differ. Flocchini & Mans 1996; Santoro 2007, section 3.5.
 */
type Message =
  | {
      readonly type: 'duel'
      readonly stage: number
      readonly id: number
      /** The dimensions, as bits, in which this place differs from the challenger's, and from where it is going. */
      readonly back: number
      readonly ahead: number
    }
  | { readonly type: 'leader'; readonly id: number }
type Duel = Extract<Message, { readonly type: 'duel' }>
type Input = { readonly id: number }
interface State {
  readonly id: number
  stage: number
  /** The dimensions in which the processor differs from the one to whom it lost; 0 while it is a duellist. */
  victor: number
  /** Challenges of stages to which it has not come. */
  early: Duel[]
  elected: boolean | null
  leader: number | null
}

export const hyperElect: Algorithm<State, Message, Input> = {
  name: 'hyper-elect',
  title: 'HyperElect',
  summary: 'on an oriented hypercube, the winners of each dimension meet in the next',
  source: 'Flocchini & Mans 1996; Santoro 2007, section 3.5',
  remarks:
    'It does not terminate: when the leader knows that it has won, its own last challenge may be under way.',
  requires: { identifiers: true, shape: 'hypercube', orientation: true, initiators: 'all' },
  // When the leader knows that it has won, its last challenge may be under way.
  terminates: false,
  marks: ['elected'],

  initially: ({ id }) => ({ id, stage: 0, victor: 0, early: [], elected: null, leader: null }),

  uponStart(p, state) {
    challenge(p, state)
  },

  uponReceiving: {
    duel(p, state, message) {
      if (message.ahead !== 0) relay(p, message, message.ahead)
      else meet(p, state, message)
    },
    leader(p, state, message, from) {
      announce(p, state, message.id, from)
    },
  },

  bits: {
    duel: ({ count, identifier }) => 3 * count + identifier,
    leader: ({ identifier }) => identifier,
  },

  claims: {
    messages: [atMost('7n - D^2 - 3D - 7'), order('n')],
    'messages:duel': atMost('6n - D^2 - 3D - 6'),
    'messages:leader': exactly('n - 1'),
    // A challenge of stage i crosses one channel and, if it meets one that has lost after another, i(i + 1)/2 more.
    'time:elected': [atMost('D + (D^3 - D)/6', { when: allAwakeAtZero }), atMost('w + D + (D^3 - D)/6')],
    time: [atMost('2D + (D^3 - D)/6', { when: allAwakeAtZero }), atMost('w + 2D + (D^3 - D)/6')],
  },

  properties: {
    ...electsTheLeast,
    everyoneKnowsTheLeader: eventually(everyProcessor(({ leader }) => leader !== null, 'knows the leader')),
  },

  worstDelays: () => slowest,
}

function challenge(p: Processor<Message>, { id, stage }: State): void {
  p.send(stage, { type: 'duel', stage, id, back: 2 ** stage, ahead: 0 })
}

/** Sends a challenge one step on its way. */
function relay(p: Processor<Message>, message: Duel, ahead: number): void {
  const dimension = 31 - Math.clz32(ahead)
  const bit = 2 ** dimension
  p.send(dimension, { ...message, back: message.back ^ bit, ahead: ahead ^ bit })
}

/** A challenge has come to where it was sent. */
function meet(p: Processor<Message>, state: State, message: Duel): void {
  if (state.victor !== 0) return relay(p, message, state.victor)
  if (message.stage > state.stage) {
    state.early.push(message)
    return
  }
  if (message.id < state.id) {
    state.victor = message.back
    state.elected = false
  } else if (++state.stage < p.degree) challenge(p, state)
  else {
    p.mark('elected')
    state.elected = true
    return announce(p, state, state.id, p.degree)
  }
  const early = state.early
  state.early = []
  for (const duel of early) meet(p, state, duel)
}

/** Tells the leader's identifier to the part of the cube that the lower dimensions span. */
function announce(p: Processor<Message>, state: State, id: number, dimensions: number): void {
  state.leader = id
  for (let dimension = 0; dimension < dimensions; dimension++) p.send(dimension, { type: 'leader', id })
}
