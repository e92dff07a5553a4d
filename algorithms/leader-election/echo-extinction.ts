import {
  type Algorithm,
  allAwakeAtZero,
  atLeast,
  atMost,
  type Channel,
  type ConfigurationView,
  eventually,
  exactly,
  finalQuantity,
  oneInitiator,
  order,
  type Processor,
} from '../../engine/index.ts'
import { distancesFrom } from '../distances-from.ts'
import { spanningTree } from '../spanning-tree/trees.ts'
import { electsOne } from './elected.ts'

/**
 * Election by extinction: every initiator starts an echo under its own identifier, and whoever is reached by a larger one
 * leaves the smaller for good. Only the echo of the largest initiator comes home, and it announces itself down the
 * tree. Tel 2000, section 7.3.
 */
type Message =
  | { readonly type: 'wave'; readonly id: number }
  | { readonly type: 'echo'; readonly id: number }
  | { readonly type: 'leader' }
type Input = { readonly id: number }
interface State {
  readonly id: number
  initiated: boolean
  /** The identifier of the wave that it is in; −1 before it is in any. */
  wave: number
  parent: Channel | null
  children: Channel[]
  /** How many messages of this wave have come. */
  received: number
  elected: boolean | null
}

const LEADER: Message = { type: 'leader' }

export const echoExtinction: Algorithm<State, Message, Input> = {
  name: 'echo-extinction',
  title: 'Election by extinction',
  summary: 'on any network, every initiator starts an echo, and larger ones extinguish smaller ones',
  source: 'Tel 2000, section 7.3',
  requires: { identifiers: true },
  terminates: true,
  wokenByMessage: 'joins',
  marks: ['elected'],

  initially: ({ id }) => ({
    id,
    initiated: false,
    wave: -1,
    parent: null,
    children: [],
    received: 0,
    elected: null,
  }),

  uponStart(p, state) {
    state.initiated = true
    state.wave = state.id
    p.sendToAll({ type: 'wave', id: state.id })
    if (p.degree === 0) complete(p, state)
  },

  uponReceiving: {
    wave(p, state, message, from) {
      if (message.id > state.wave) {
        state.wave = message.id
        state.parent = from
        state.children = []
        state.received = 0
        p.sendToAllExcept(from, message)
      }
      if (message.id === state.wave) receive(p, state)
    },
    echo(p, state, { id }, from) {
      if (id !== state.wave) return
      state.children.push(from)
      receive(p, state)
    },
    leader(p, state) {
      announce(p, state, false)
    },
  },

  bits: { wave: ({ identifier }) => identifier, echo: ({ identifier }) => identifier, leader: () => 1 },

  claims: {
    messages: [
      exactly('2m + n - 1', { when: oneInitiator }),
      atMost('2m k + n - 1'),
      atLeast('2m + n - 1'),
      order('n m'),
    ],
    // The wave of the leader crosses every channel in both directions, as each of the k waves may do.
    'messages:wave+messages:echo': [atMost('2m k'), atLeast('2m')],
    'messages:leader': exactly('n - 1'),
    // The wave of the leader does not wait for any other: it takes as long as one echo.
    'time:elected': [
      atMost('E + n', { when: allAwakeAtZero, where: E() }),
      atMost('w + E + n', { where: E() }),
    ],
    time: [atMost('E + 2n', { when: allAwakeAtZero, where: E() }), atMost('w + E + 2n', { where: E() })],
  },

  properties: {
    ...electsOne,
    largestInitiatorWins: eventually(largestInitiatorWins),
    spanningTree: eventually((final) => spanningTree(final, leaderIn(final))),
  },
}

/** One more message of the wave has come; with the last, its echo goes to the parent, or is complete. */
function receive(p: Processor<Message>, state: State): void {
  state.received++
  if (state.received < p.degree) return
  if (state.parent === null) complete(p, state)
  else p.send(state.parent, { type: 'echo', id: state.wave })
}

function complete(p: Processor<Message>, state: State): void {
  p.mark('elected')
  announce(p, state, true)
}

function announce(p: Processor<Message>, state: State, elected: boolean): void {
  state.elected = elected
  for (const child of state.children) p.send(child, LEADER)
  p.terminate()
}

function E() {
  return { E: finalQuantity<State>('eccentricity of the leader', eccentricityOfLeader) }
}

function eccentricityOfLeader(final: ConfigurationView<State>): number {
  return distancesFrom(final.instance.network, leaderIn(final)).reduce((a, b) => Math.max(a, b))
}

const leaderIn = ({ states }: ConfigurationView<State>): number =>
  states.findIndex(({ elected }) => elected === true)

function largestInitiatorWins({ states }: ConfigurationView<State>): true | string {
  const largest = states.reduce((max, { id, initiated }) => (initiated && id > max ? id : max), -1)
  const leader = states.find(({ elected }) => elected === true)
  return (
    leader?.id === largest || `the leader has identifier ${leader?.id}; the largest initiator is ${largest}`
  )
}
