import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  exactly,
  finalQuantity,
  longHeld,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  type Processor,
  saturated,
  unitDelays,
} from '../../engine/index.ts'

type Message =
  | { readonly type: 'request'; readonly time: number; readonly id: number }
  | { readonly type: 'reply' }
interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface State {
  readonly id: number
  /** By channel, whether it has the permission that it shares with who is there. */
  readonly permitted: boolean[]
  /** By channel, whether it had it first. */
  readonly permittedFirst: readonly boolean[]
  /** The largest time that it has seen. */
  clock: number
  /** The time of its own request, until it has left the critical section; null if it has none. */
  requested: number | null
  inside: boolean
  deferred: Channel[]
}

const M = finalQuantity<State>('the permissions that are not where they were first', ({ states }) =>
  states.reduce((sum, state) => sum + moved(state), 0),
)

/**
 * Carvalho and Roucairol's mutual exclusion: every two processors share one permission. Who has all of its own may enter,
 * and keeps them until it is asked for them.
 */
export const carvalhoRoucairol: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'carvalho-roucairol',
  title: 'Carvalho–Roucairol',
  summary: 'mutual exclusion: who has the permission of all others enters, and keeps it until it is asked',
  source: 'Carvalho & Roucairol 1983',
  remarks:
    'Of two processors, the one with the larger identifier has the permission first. The order of messages on a channel does not matter: a request that overtakes the permission finds a processor that waits for it with an earlier request, and is deferred as it would be afterwards.',
  requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete' },
  terminates: false,
  service: mutualExclusion,

  initially({ id, neighborIds }) {
    const permitted = neighborIds.map((other) => other < id)
    return {
      id,
      permitted,
      permittedFirst: [...permitted],
      clock: 0,
      requested: null,
      inside: false,
      deferred: [],
    }
  },

  uponInvoking: {
    acquire(p, state) {
      state.requested = ++state.clock
      for (let channel = 0; channel < p.degree; channel++)
        if (!state.permitted[channel]) ask(p, state, channel)
      enterIfPermitted(p, state)
    },
    release(p, state) {
      state.requested = null
      state.inside = false
      for (const channel of state.deferred) giveUp(p, state, channel)
      state.deferred = []
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, message, from) {
      state.clock = Math.max(state.clock, message.time)
      if (state.inside || precedes(state, message)) {
        state.deferred.push(from)
        return
      }
      giveUp(p, state, from)
      // It waits itself, so it needs the permission again.
      if (state.requested !== null) ask(p, state, from)
    },
    reply(p, state, _message, from) {
      state.permitted[from] = true
      enterIfPermitted(p, state)
    },
  },

  claims: {
    messages: [
      exactly('2M', { when: oneClient, where: { M } }),
      // Who gets a permission enters before it gives it back, for the other's next request is later than its own. So a
      // permission moves no more often than the two who share it enter; each move is a request and a reply.
      atMost('2(n - 1) c'),
    ],
    messages_per_operation: atMost('2(n - 1)'),
    response: atMost('2', { when: oneClient }),
    // Who leaves has heard of all who wait; the first of them has got every other permission long ago.
    sync_delay: atMost('1', { when: both(unitDelays, both(saturated, longHeld)) }),
  },
}

function ask(p: Processor<Message>, { id, requested }: State, channel: Channel): void {
  p.send(channel, { type: 'request', time: requested!, id })
}

function giveUp(p: Processor<Message>, state: State, channel: Channel): void {
  state.permitted[channel] = false
  p.send(channel, { type: 'reply' })
}

function enterIfPermitted(p: Processor<Message>, state: State): void {
  if (state.permitted.includes(false)) return
  state.inside = true
  p.respond()
}

const precedes = ({ requested, id }: State, { time, id: other }: { time: number; id: number }): boolean =>
  requested !== null && (requested < time || (requested === time && id < other))

const moved = ({ permitted, permittedFirst }: State): number =>
  permitted.filter((now, channel) => now && !permittedFirst[channel]).length
