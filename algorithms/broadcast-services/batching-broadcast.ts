import {
  type Algorithm,
  atMost,
  type Broadcast,
  broadcasts,
  type Channel,
  type Processor,
} from '../../engine/index.ts'
import { isNew, type Numbered, type Seen } from './seen.ts'

interface Item extends Numbered {
  readonly value: number
}
type Message = { readonly type: 'batch'; readonly items: readonly Item[] } | { readonly type: 'ack' }
interface Input {
  readonly id: number
}
interface State {
  readonly id: number
  sent: number
  readonly seen: Seen
  /** By channel, whether a batch is under way there, and what has come since. */
  readonly isBusy: boolean[]
  readonly waiting: Item[][]
}

/**
 * Flooding in batches: over each channel goes one batch at a time, and what comes before that is acknowledged goes into the
 * next. The higher the load, the more go together. Nagle 1984 does so for the bytes of a connection.
 */
export const batchingBroadcast: Algorithm<State, Message, Input, Broadcast> = {
  name: 'batching-broadcast',
  title: 'Broadcast in batches',
  summary:
    'broadcasts on any network: flooding where what comes while a batch is under way goes into the next',
  source: 'Nagle 1984',
  requires: { identifiers: true },
  terminates: false,
  service: broadcasts.reliable,

  initially: ({ id }) => ({ id, sent: 0, seen: {}, isBusy: [], waiting: [] }),

  uponInvoking: {
    broadcast(p, state, value) {
      const item = { from: state.id, number: state.sent++, value }
      isNew(state.seen, item)
      put(p, state, item, null)
      sendWhatWaits(p, state)
      p.output('deliver', { from: state.id, value })
    },
  },

  uponReceiving: {
    batch(p, state, { items }, by) {
      for (const item of items) {
        if (!isNew(state.seen, item)) continue
        put(p, state, item, by)
        p.output('deliver', { from: item.from, value: item.value })
      }
      p.send(by, { type: 'ack' })
      sendWhatWaits(p, state)
    },
    ack(p, state, _, by) {
      state.isBusy[by] = false
      sendWhatWaits(p, state)
    },
  },

  claims: {
    // Each goes in some batch where flooding would send it, and every batch is acknowledged.
    messages: atMost('2(2m - (n - 1)) c'),
    messages_per_operation: atMost('2(2m - (n - 1))'),
    // On each channel it may have to wait two units for an acknowledgement.
    delivery: atMost('3D'),
  },
}

/** Has an item wait at all channels but that which it came by. */
function put({ degree }: Processor<Message>, { waiting }: State, item: Item, by: Channel | null): void {
  while (waiting.length < degree) waiting.push([])
  for (const [channel, items] of waiting.entries()) if (channel !== by) items.push(item)
}

function sendWhatWaits(p: Processor<Message>, { waiting, isBusy }: State): void {
  for (const [channel, items] of waiting.entries()) {
    if (items.length === 0 || isBusy[channel]) continue
    isBusy[channel] = true
    waiting[channel] = []
    p.send(channel, { type: 'batch', items })
  }
}
