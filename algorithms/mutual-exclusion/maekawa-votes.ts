import type { Channel, Processor } from '../../engine/index.ts'

/** How votes are given, asked back and returned in Maekawa's protocol. */
type Asking = { readonly type: 'request'; readonly time: number; readonly id: number }
type Signal = { readonly type: 'locked' | 'failed' | 'inquire' | 'relinquish' | 'release' }
export type Message = Asking | Signal
export interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
/** A neighbour, by channel; null: the processor itself. What it sends to itself takes no message and no time. */
type Who = Channel | null
interface Request {
  readonly time: number
  readonly id: number
  readonly from: Who
}
export interface State {
  readonly id: number
  readonly quorum: readonly Who[]
  clock: number
  /** How each member of the quorum has answered its request. */
  votes: ('none' | 'locked' | 'failed')[]
  inside: boolean
  /** Members who asked for their votes back, and were not answered yet. */
  inquiries: Who[]
  /** As a member: for whom it has voted. */
  lockedFor: Request | null
  /** Whether it has asked for its vote back. */
  inquired: boolean
  /** Whether it tells those whom an earlier request overtakes. */
  readonly tellsOvertaken: boolean
  /** Who waits for it, the earliest first. */
  readonly queue: Request[]
}

/** What happens to a processor when it is sent a message, by others or by itself. */
type Handler<M> = (p: Processor<Message>, state: State, message: M, from: Who) => void
type Handlers = { readonly request: Handler<Asking> } & { readonly [T in Signal['type']]: Handler<Signal> }

/** The handlers of both roles: that of a member, and that of who asks. */
export const handlers: Handlers = {
  request(p, state, { time, id }, from) {
    state.clock = Math.max(state.clock, time)
    const request = { time, id, from }
    const { lockedFor, queue } = state
    if (lockedFor === null) return lock(p, state, request)
    const place = insert(queue, request)
    if (place > 0 || precedes(lockedFor, request)) return send(p, state, from, 'failed')
    const overtaken = queue[1]
    if (state.tellsOvertaken && overtaken !== undefined && precedes(overtaken, lockedFor))
      send(p, state, overtaken.from, 'failed')
    if (state.inquired) return
    state.inquired = true
    send(p, state, lockedFor.from, 'inquire')
  },
  relinquish(p, state) {
    insert(state.queue, state.lockedFor!)
    lock(p, state, state.queue.shift())
  },
  release(p, state) {
    lock(p, state, state.queue.shift())
  },
  locked(p, state, _message, from) {
    state.votes[state.quorum.indexOf(from)] = 'locked'
    if (!state.votes.every((vote) => vote === 'locked')) return
    state.inside = true
    state.inquiries = []
    p.respond()
  },
  failed(p, state, _message, from) {
    state.votes[state.quorum.indexOf(from)] = 'failed'
    returnVotes(p, state)
  },
  inquire(p, state, _message, from) {
    // Whoever is inside, or has left, answers with its release.
    if (state.inside || state.votes[state.quorum.indexOf(from)] !== 'locked') return
    state.inquiries.push(from)
    returnVotes(p, state)
  },
}

export function send(p: Processor<Message>, state: State, to: Who, type: Signal['type']): void {
  if (to === null) handlers[type](p, state, { type }, null)
  else p.send(to, { type })
}

/** Votes for a request, or for none. */
function lock(p: Processor<Message>, state: State, request: Request | undefined): void {
  state.lockedFor = request ?? null
  state.inquired = false
  if (request !== undefined) send(p, state, request.from, 'locked')
}

/** Returns the votes that it was asked for, if it has failed somewhere. */
function returnVotes(p: Processor<Message>, state: State): void {
  if (!state.votes.includes('failed')) return
  const { inquiries } = state
  state.inquiries = []
  for (const who of inquiries) {
    state.votes[state.quorum.indexOf(who)] = 'failed'
    send(p, state, who, 'relinquish')
  }
}

const precedes = (a: Request, b: Request): boolean => a.time < b.time || (a.time === b.time && a.id < b.id)

/** Puts a request in its place, and says where that is. */
function insert(queue: Request[], request: Request): number {
  const place = queue.findLastIndex((other) => precedes(other, request)) + 1
  queue.splice(place, 0, request)
  return place
}
