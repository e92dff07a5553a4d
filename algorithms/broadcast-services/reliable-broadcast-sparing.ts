import {
  type Algorithm,
  atLeast,
  atMost,
  type Broadcast,
  broadcasts,
  exactly,
  unitDelays,
} from '../../engine/index.ts'
import { broadcast, isNew, type Passed, type SeenState } from './seen.ts'

interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
}
interface State extends SeenState {
  readonly names: readonly number[]
}

/** Eager reliable broadcast that spares those who are known to have it. */
export const reliableBroadcastSparing: Algorithm<State, Passed, Input, Broadcast> = {
  name: 'reliable-broadcast-sparing',
  title: 'Sparing reliable broadcast',
  summary: 'eager reliable broadcast where nothing goes back to its sender, or to whom it came by first',
  source: 'Hadzilacos & Toueg 1994',
  requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete' },
  terminates: false,
  service: broadcasts.reliable,

  initially: ({ id, neighborIds }) => ({ id, names: [...neighborIds], sent: 0, seen: {} }),

  uponInvoking: {
    broadcast,
  },

  uponReceiving: {
    broadcast(p, { seen, names }, message, by) {
      if (!isNew(seen, message)) return
      for (let channel = 0; channel < p.degree; channel++)
        if (channel !== by && names[channel] !== message.from) p.send(channel, message)
      p.output('deliver', { from: message.from, value: message.value })
    },
  },

  claims: {
    messages: [
      // Everyone has it from the sender, and passes it on to n − 2.
      exactly('(n - 1)^2 c', { when: unitDelays }),
      atMost('(n - 1)^2 c'),
      // At most n − 2 others have it from one another, and pass it on to n − 3.
      atLeast('(n - 1)^2 c - max(0, n - 2) c'),
    ],
    messages_per_operation: atMost('(n - 1)^2'),
    delivery: atMost('1'),
  },
}
