import {
  type Algorithm,
  atMost,
  type Broadcast,
  broadcasts,
  exactly,
  withoutFaults,
} from '../../engine/index.ts'
import { broadcast, isNew, type Passed, type SeenState } from './seen.ts'

interface Input {
  readonly id: number
}

/** Reliable broadcast: if one that does not crash delivers something, it has passed it on, and so all that do not crash deliver it. */
export const reliableBroadcastEager: Algorithm<SeenState, Passed, Input, Broadcast> = {
  name: 'reliable-broadcast-eager',
  title: 'Eager reliable broadcast',
  summary: 'reliable broadcast: what somebody receives for the first time it passes on to all, and delivers',
  source: 'Attiya & Welch, section 8.2.5; Hadzilacos & Toueg 1994',
  requires: { identifiers: true, shape: 'complete' },
  tolerates: ['crash'],
  terminates: false,
  service: broadcasts.reliable,

  initially: ({ id }) => ({ id, sent: 0, seen: {} }),

  uponInvoking: {
    broadcast,
  },

  uponReceiving: {
    broadcast(p, { seen }, message) {
      if (!isNew(seen, message)) return
      p.sendToAll(message)
      p.output('deliver', { from: message.from, value: message.value })
    },
  },

  claims: {
    messages: [exactly('n(n - 1) c', { when: withoutFaults }), atMost('n(n - 1) c')],
    messages_per_operation: [exactly('n(n - 1)', { when: withoutFaults }), atMost('n(n - 1)')],
    // The sender’s own copy takes a unit at most. Whoever crashes may pass on to the next to crash alone.
    delivery: [atMost('1', { when: withoutFaults }), atMost('fa + 1')],
  },
}
