import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  exactly,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  saturated,
  unitDelays,
} from '../../engine/index.ts'

type Message =
  | { readonly type: 'request'; readonly time: number; readonly id: number }
  | { readonly type: 'reply' }
interface Input {
  readonly id: number
}
interface State {
  readonly id: number
  /** The largest time that it has seen. */
  clock: number
  /** The time of its own request, until it has left the critical section; null if it has none. */
  requested: number | null
  missing: number
  deferred: Channel[]
}

/** Ricart and Agrawala's mutual exclusion: whoever wants to enter asks everyone, and is answered by those it precedes. */
export const ricartAgrawala: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'ricart-agrawala',
  title: 'Ricart–Agrawala',
  summary:
    'Mutual exclusion: a request to all, who reply at once unless an earlier request of their own is open.',
  source: 'Ricart & Agrawala 1981',
  requires: { identifiers: true, shape: 'complete' },
  terminates: false,
  service: mutualExclusion,

  initially: ({ id }) => ({ id, clock: 0, requested: null, missing: 0, deferred: [] }),

  uponInvoking: {
    acquire(p, state) {
      state.clock++
      state.requested = state.clock
      state.missing = p.degree
      p.sendToAll({ type: 'request', time: state.clock, id: state.id })
      if (p.degree === 0) p.respond()
    },
    release(p, state) {
      state.requested = null
      for (const channel of state.deferred) p.send(channel, { type: 'reply' })
      state.deferred = []
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, message, from) {
      state.clock = Math.max(state.clock, message.time)
      // Who is inside precedes all requests that still come: whoever has replied to it counts from a later time on.
      if (precedes(state, message)) state.deferred.push(from)
      else p.send(from, { type: 'reply' })
    },
    reply(p, state) {
      if (--state.missing === 0) p.respond()
    },
  },

  claims: {
    messages: exactly('2(n - 1) c'),
    messages_per_operation: exactly('2(n - 1)'),
    // The request and the last reply take a unit each.
    response: atMost('2', { when: oneClient }),
    sync_delay: [
      // Everyone else has replied to the next long ago.
      atMost('1', { when: both(unitDelays, saturated) }),
      // One unit after a release, everyone has heard of all who waited then, and counts from a later time on. The first
      // of all those who have asked until then enters once its own request and the replies have arrived.
      atMost('3'),
    ],
  },
}

const precedes = ({ requested, id }: State, { time, id: other }: { time: number; id: number }): boolean =>
  requested !== null && (requested < time || (requested === time && id < other))
