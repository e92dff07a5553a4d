import {
  type Algorithm,
  atMost,
  both,
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

type Message = { readonly type: 'request'; readonly number: number } | ({ readonly type: 'token' } & Token)
interface Token {
  /** Who waits, by identifier. */
  readonly queue: readonly number[]
  /** By identifier, the number of the last request that was served; none: 0. */
  readonly served: Readonly<Record<number, number>>
}
interface Input {
  readonly isRoot: boolean
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface State {
  readonly id: number
  readonly neighborIds: readonly number[]
  /** How many requests it has sent. */
  requests: number
  /** By channel, the number of the last request from there. */
  readonly heard: number[]
  token: Token | null
  inside: boolean
}

const R = finalQuantity<State>('the entries for which the token had to be asked for', ({ states }) =>
  states.reduce((sum, { requests }) => sum + requests, 0),
)

/**
 * Suzuki and Kasami's mutual exclusion: who has the token may enter. Whoever has not got it numbers its requests and sends
 * them to all. The token knows who waits for it, and the number of the last request of each processor that it has served.
 */
export const suzukiKasami: Algorithm<State, Message, Input, MutualExclusion> = {
  name: 'suzuki-kasami',
  title: 'Suzuki–Kasami',
  summary: 'mutual exclusion: a token for which a processor asks all, and which knows who waits for it',
  source: 'Suzuki & Kasami 1985',
  remarks: 'The root has the token first. Who has the token enters again without asking.',
  requires: { root: true, identifiers: true, neighborIdentifiers: true, shape: 'complete' },
  terminates: false,
  service: mutualExclusion,

  initially: ({ isRoot, id, neighborIds }) => ({
    id,
    neighborIds,
    requests: 0,
    heard: neighborIds.map(() => 0),
    token: isRoot ? { queue: [], served: {} } : null,
    inside: false,
  }),

  uponInvoking: {
    acquire(p, state) {
      if (state.token === null) p.sendToAll({ type: 'request', number: ++state.requests })
      else enter(p, state)
    },
    release(p, state) {
      state.inside = false
      passOn(p, state)
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, { number }, from) {
      // Requests may overtake each other; a later one says that the earlier has been served.
      state.heard[from] = Math.max(state.heard[from]!, number)
      if (!state.inside) passOn(p, state)
    },
    token(p, state, { queue, served }) {
      state.token = { queue, served }
      enter(p, state)
    },
  },

  claims: {
    // A request to all others, and the token; nothing where the token is there already.
    messages: [exactly('n R', { where: { R } }), atMost('n c')],
    messages_per_operation: atMost('n'),
    'messages:request': exactly('(n - 1) R', { where: { R } }),
    'messages:token': exactly('R', { where: { R } }),
    response: atMost('2', { when: oneClient }),
    sync_delay: [
      // Requests have come before the release, so the token goes at once.
      atMost('1', { when: both(unitDelays, both(saturated, longHeld)) }),
      // The request of somebody who waits comes within a unit, and then the token takes another.
      atMost('2'),
    ],
  },
}

function enter(p: Processor<Message>, state: State): void {
  state.inside = true
  p.respond()
}

/** Sends the token to the first of those who wait for it, if it is here and anyone does. */
function passOn(p: Processor<Message>, state: State): void {
  if (state.token === null) return
  const { id, neighborIds, requests, heard } = state
  const served = { ...state.token.served, [id]: requests }
  const waits = (other: number, channel: number) => heard[channel] === (served[other] ?? 0) + 1
  const queue = [...state.token.queue]
  queue.push(...neighborIds.filter((other, channel) => waits(other, channel) && !queue.includes(other)))
  const next = queue.shift()
  state.token = next === undefined ? { queue, served } : null
  if (next !== undefined) p.send(neighborIds.indexOf(next), { type: 'token', queue, served })
}
