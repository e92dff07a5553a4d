import {
  type Algorithm,
  atMost,
  type Broadcast,
  both,
  broadcasts,
  exactly,
  oneClient,
  oneOperation,
  type Processor,
  several,
  unitDelays,
} from '../../engine/index.ts'
import type { Names } from './timestamp-order.ts'

interface Numbered {
  readonly from: number
  readonly number: number
}
interface Timestamp {
  readonly time: number
  /** Who has proposed it, by its identifier. */
  readonly by: number
}
type Message =
  | ({ readonly type: 'request'; readonly value: number } & Numbered)
  | { readonly type: 'proposal'; readonly number: number; readonly stamp: Timestamp }
  | ({ readonly type: 'final'; readonly stamp: Timestamp } & Numbered)
interface Pending extends Numbered {
  readonly value: number
  /** Its own proposal, which the final timestamp is not below, or that one. */
  stamp: Timestamp
  isFinal: boolean
}
interface State {
  readonly id: number
  clock: number
  sent: number
  /** By number of its own broadcasts, how many proposals are missing, and the largest of those that came. */
  readonly proposals: Record<number, { missing: number; largest: Timestamp }>
  pending: Pending[]
}

/**
 * Skeen's total order: all propose timestamps to the sender, whose largest is the final one. Whatever has the least is
 * delivered when it is final.
 */
export const skeen: Algorithm<State, Message, Pick<Names, 'id'>, Broadcast> = {
  name: 'skeen',
  title: 'Skeen',
  summary: 'totally ordered broadcast: all propose timestamps to the sender, and the largest of them counts',
  source: 'Birman & Joseph 1987',
  requires: { identifiers: true, shape: 'complete' },
  terminates: false,
  service: broadcasts.total,

  initially: ({ id }) => ({ id, clock: 0, sent: 0, proposals: {}, pending: [] }),

  uponInvoking: {
    broadcast(p, state, value) {
      const number = state.sent++
      const own = propose(state, { from: state.id, number, value })
      state.proposals[number] = { missing: p.degree, largest: own }
      p.sendToAll({ type: 'request', from: state.id, number, value })
      if (p.degree === 0) decide(p, state, number)
    },
  },

  uponReceiving: {
    request(p, state, { from, number, value }, by) {
      p.send(by, { type: 'proposal', number, stamp: propose(state, { from, number, value }) })
    },
    proposal(p, state, { number, stamp }) {
      const open = state.proposals[number]!
      if (isBefore(open.largest, stamp)) open.largest = stamp
      if (--open.missing === 0) decide(p, state, number)
    },
    final: finish,
  },

  claims: {
    messages: exactly('3(n - 1) c'),
    messages_per_operation: exactly('3(n - 1)'),
    delivery: [
      exactly('3', { when: both(both(oneClient, unitDelays), several) }),
      atMost('3', { when: oneOperation }),
      // Its final timestamp is everywhere after three units. What it waits for then has arrived before, so was broadcast
      // before, and has its own after three units more.
      atMost('6'),
    ],
  },
}

function propose(state: State, message: Numbered & { readonly value: number }): Timestamp {
  const stamp = { time: ++state.clock, by: state.id }
  state.pending.push({ ...message, stamp, isFinal: false })
  return stamp
}

/** All have proposed a timestamp for one's own broadcast. */
function decide(p: Processor<Message>, state: State, number: number): void {
  const final = { from: state.id, number, stamp: state.proposals[number]!.largest }
  delete state.proposals[number]
  p.sendToAll({ type: 'final', ...final })
  finish(p, state, final)
}

function finish(
  p: Processor<Message>,
  state: State,
  { from, number, stamp }: Numbered & { readonly stamp: Timestamp },
): void {
  state.clock = Math.max(state.clock, stamp.time)
  const it = state.pending.find((one) => one.from === from && one.number === number)!
  it.stamp = stamp
  it.isFinal = true
  state.pending.sort((a, b) => (isBefore(a.stamp, b.stamp) ? -1 : 1))
  while (state.pending[0]?.isFinal) {
    const { from, value } = state.pending.shift()!
    p.output('deliver', { from, value })
  }
}

const isBefore = (a: Timestamp, b: Timestamp): boolean =>
  a.time < b.time || (a.time === b.time && a.by < b.by)
