import {
  type Algorithm,
  atMost,
  type Broadcast,
  broadcasts,
  exactly,
  type Processor,
} from '../../engine/index.ts'
import { type Ranks, rankOf, ranksOf } from './ranks.ts'

interface Message {
  readonly type: 'broadcast'
  readonly value: number
  /** By rank, how many of each sender its sender had delivered. */
  readonly past: readonly number[]
}
interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface Held {
  readonly from: number
  readonly rank: number
  readonly value: number
  readonly past: readonly number[]
}
interface State {
  readonly id: number
  readonly names: readonly number[]
  readonly ranks: Ranks
  /** By rank, how many were delivered. */
  readonly delivered: number[]
  held: Held[]
}

/**
 * Causal broadcast: what is broadcast carries how many of each sender had been delivered at its own, and is held back
 * until as many have been delivered here.
 */
export const causalBroadcast: Algorithm<State, Message, Input, Broadcast> = {
  name: 'causal-broadcast',
  title: 'Causal broadcast',
  summary:
    'broadcasts that carry a vector of what their sender had delivered, and wait until that is delivered',
  source: 'Birman, Schiper & Stephenson 1991; Attiya & Welch, section 8.2.4',
  requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete' },
  terminates: false,
  service: broadcasts.causal,

  initially: ({ id, neighborIds }) => ({
    id,
    names: [...neighborIds],
    ranks: ranksOf({ id, neighborIds }),
    delivered: new Array<number>(neighborIds.length + 1).fill(0),
    held: [],
  }),

  uponInvoking: {
    broadcast(p, { id, ranks, delivered }, value) {
      p.sendToAll({ type: 'broadcast', value, past: [...delivered] })
      delivered[ranks.own]!++
      p.output('deliver', { from: id, value })
    },
  },

  uponReceiving: {
    broadcast(p, state, { value, past }, by) {
      state.held.push({ from: state.names[by]!, rank: rankOf(state.ranks, by), value, past })
      deliverWhatCan(p, state)
    },
  },

  claims: {
    messages: exactly('(n - 1) c'),
    messages_per_operation: exactly('n - 1'),
    // What comes before it was broadcast no later, and has arrived everywhere when it has.
    delivery: atMost('1'),
  },
}

function deliverWhatCan(p: Processor<Message>, state: State): void {
  const { delivered } = state
  const isNext = ({ past }: Held): boolean => past.every((count, rank) => delivered[rank]! >= count)
  for (let next = state.held.find(isNext); next !== undefined; next = state.held.find(isNext)) {
    const { from, rank, value } = next
    state.held = state.held.filter((one) => one !== next)
    delivered[rank]!++
    p.output('deliver', { from, value })
  }
}
