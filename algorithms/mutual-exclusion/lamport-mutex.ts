import {
  type Algorithm,
  atMost,
  both,
  type Channel,
  exactly,
  type MutualExclusion,
  mutualExclusion,
  oneClient,
  type Processor,
  saturated,
  unitDelays,
} from '../../engine/index.ts'

type Message =
  | { readonly type: 'request'; readonly time: number; readonly id: number }
  | { readonly type: 'ack'; readonly time: number }
  | { readonly type: 'release'; readonly time: number; readonly id: number }
interface Input {
  readonly id: number
}
interface Request {
  readonly time: number
  readonly id: number
}
interface State {
  readonly id: number
  clock: number
  /** All requests that it knows to be open, its own among them, the earliest first. */
  queue: Request[]
  /** The time of its own request, as long as it waits. */
  waiting: number | null
  /** By channel, the time of the last message. */
  readonly heard: number[]
}

/**
 * Lamport's mutual exclusion: all keep the same queue of requests, in the order of their times. Whoever is first in its own
 * queue, and has heard something later from everyone, enters: nothing earlier can still come, as channels keep the order.
 */
export const lamportMutex: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'lamport-mutex',
  title: 'Lamport’s mutual exclusion',
  summary: 'mutual exclusion: all keep one queue of requests in the order of their logical times',
  source: 'Lamport 1978',
  requires: { identifiers: true, shape: 'complete', fifo: true },
  terminates: false,
  service: mutualExclusion,

  initially: ({ id }) => ({ id, clock: 0, queue: [], waiting: null, heard: [] }),

  uponInvoking: {
    acquire(p, state) {
      const request = { time: ++state.clock, id: state.id }
      state.waiting = request.time
      insert(state.queue, request)
      p.sendToAll({ type: 'request', ...request })
      enterIfFirst(p, state)
    },
    release(p, state) {
      state.queue.shift()
      p.sendToAll({ type: 'release', time: ++state.clock, id: state.id })
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, { time, id }, from) {
      hear(state, time, from)
      insert(state.queue, { time, id })
      p.send(from, { type: 'ack', time: ++state.clock })
      enterIfFirst(p, state)
    },
    ack(p, state, { time }, from) {
      hear(state, time, from)
      enterIfFirst(p, state)
    },
    release(p, state, { time, id }, from) {
      hear(state, time, from)
      state.queue = state.queue.filter((request) => request.id !== id)
      enterIfFirst(p, state)
    },
  },

  claims: {
    messages: exactly('3(n - 1) c'),
    messages_per_operation: exactly('3(n - 1)'),
    'messages:request': exactly('(n - 1) c'),
    'messages:ack': exactly('(n - 1) c'),
    'messages:release': exactly('(n - 1) c'),
    // The request and the last acknowledgement take a unit each.
    response: atMost('2', { when: oneClient }),
    sync_delay: [
      // The next has been acknowledged long ago.
      atMost('1', { when: both(unitDelays, saturated) }),
      // One unit after a release, everyone has heard of it and of all who waited then, and counts from a later time on. The
      // first of all those who have asked until then enters once its own request has been acknowledged.
      atMost('3'),
    ],
  },
}

function hear(state: State, time: number, from: Channel): void {
  state.clock = Math.max(state.clock, time)
  state.heard[from] = time
}

/** Requests mostly come in the order of their times, so their places are sought from the end. */
function insert(queue: Request[], request: Request): void {
  const before = queue.findLastIndex(
    ({ time, id }) => time < request.time || (time === request.time && id < request.id),
  )
  queue.splice(before + 1, 0, request)
}

function enterIfFirst(p: Processor<Message>, state: State): void {
  const { waiting, queue, heard } = state
  if (waiting === null || queue[0]!.id !== state.id) return
  for (let channel = 0; channel < p.degree; channel++) if ((heard[channel] ?? 0) <= waiting) return
  state.waiting = null
  p.respond()
}
