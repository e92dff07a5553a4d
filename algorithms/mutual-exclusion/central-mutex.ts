import {
  type Algorithm,
  atMost,
  type Channel,
  exactly,
  finalQuantity,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  type Processor,
} from '../../engine/index.ts'

type Message = { readonly type: 'request' } | { readonly type: 'grant' } | { readonly type: 'release' }
interface Input {
  readonly parent: Channel | null
}
interface State {
  /** The channel to the coordinator; null there. */
  readonly coordinator: Channel | null
  /** At the coordinator: whether it has let somebody in. */
  busy: boolean
  /** At the coordinator: who waits, null for itself. */
  readonly waiting: (Channel | null)[]
  /** How often the coordinator itself has entered. */
  own: number
}

const REQUEST: Message = { type: 'request' }
const GRANT: Message = { type: 'grant' }
const RELEASE: Message = { type: 'release' }

const E = finalQuantity<State>('the entries of the coordinator', ({ states }) =>
  states.reduce((sum, { own }) => sum + own, 0),
)

/**
 * Mutual exclusion by a coordinator, who is at the root of the given tree, next to all others. It lets one in at a time, in
 * the order in which it hears from them.
 */
export const centralMutex: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'central-mutex',
  title: 'Central coordinator',
  summary: 'mutual exclusion: a coordinator lets one in at a time, in the order of the requests',
  source: 'Folklore; Raynal 1986, chapter 1',
  requires: { spanningTree: true, shape: 'complete' },
  terminates: false,
  service: mutualExclusion,

  initially: ({ parent }) => ({ coordinator: parent, busy: false, waiting: [], own: 0 }),

  uponInvoking: {
    acquire(p, state) {
      if (state.coordinator === null) request(p, state, null)
      else p.send(state.coordinator, REQUEST)
    },
    release(p, state) {
      if (state.coordinator === null) letNextIn(p, state)
      else p.send(state.coordinator, RELEASE)
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, _message, from) {
      request(p, state, from)
    },
    grant(p) {
      p.respond()
    },
    release(p, state) {
      letNextIn(p, state)
    },
  },

  claims: {
    // The coordinator needs no messages to let itself in.
    messages: exactly('3(c - E)', { where: { E } }),
    messages_per_operation: atMost('3'),
    response: atMost('2', { when: oneClient }),
    // The release reaches the coordinator, as do the requests of all who wait, in a unit, and its grant takes another.
    sync_delay: atMost('2'),
  },
}

function request(p: Processor<Message>, state: State, who: Channel | null): void {
  state.waiting.push(who)
  if (!state.busy) letNextIn(p, state)
}

function letNextIn(p: Processor<Message>, state: State): void {
  const next = state.waiting.shift()
  state.busy = next !== undefined
  if (next === undefined) return
  if (next !== null) return p.send(next, GRANT)
  state.own++
  p.respond()
}
