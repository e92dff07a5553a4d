import { type Algorithm, atMost, type Broadcast, broadcasts, exactly } from '../../engine/index.ts'

interface Message {
  readonly type: 'broadcast'
  readonly number: number
  readonly value: number
}
interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface State {
  readonly id: number
  readonly names: readonly number[]
  sent: number
  /** By channel, how many were delivered, and what waits, by number. */
  readonly delivered: number[]
  readonly held: Record<number, number>[]
}

/** FIFO broadcast: each sender numbers what it broadcasts, and receivers hold back what is ahead of its turn. */
export const fifoBroadcast: Algorithm<State, Message, Input, Broadcast> = {
  name: 'fifo-broadcast',
  title: 'FIFO broadcast',
  summary:
    'broadcasts that are delivered in the order of their sender: they are numbered, and held back until their turn',
  source: 'Attiya & Welch, section 8.2.2',
  requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete' },
  terminates: false,
  service: broadcasts.fifo,

  initially: ({ id, neighborIds }) => ({
    id,
    names: [...neighborIds],
    sent: 0,
    delivered: neighborIds.map(() => 0),
    held: neighborIds.map(() => ({})),
  }),

  uponInvoking: {
    broadcast(p, state, value) {
      p.sendToAll({ type: 'broadcast', number: state.sent++, value })
      p.output('deliver', { from: state.id, value })
    },
  },

  uponReceiving: {
    broadcast(p, { names, delivered, held }, message, by) {
      const waiting = held[by]!
      waiting[message.number] = message.value
      for (let value = waiting[delivered[by]!]; value !== undefined; value = waiting[delivered[by]!]) {
        delete waiting[delivered[by]!++]
        p.output('deliver', { from: names[by]!, value })
      }
    },
  },

  claims: {
    messages: exactly('(n - 1) c'),
    messages_per_operation: exactly('n - 1'),
    // Whatever its sender broadcast before has arrived by then.
    delivery: atMost('1'),
  },
}
