import { type Algorithm, atMost, type Broadcast, broadcasts, exactly } from '../../engine/index.ts'
import { broadcast, isNew, type Passed, type SeenState } from './seen.ts'

interface Input {
  readonly id: number
}

/** Broadcast by flooding, on any network; on a tree, nothing is sent in vain. */
export const floodingBroadcast: Algorithm<SeenState, Passed, Input, Broadcast> = {
  name: 'flooding-broadcast',
  title: 'Broadcast by flooding',
  summary:
    'broadcasts on any network: what somebody receives for the first time goes on over all other channels',
  source: 'Attiya & Welch, section 2.3',
  requires: { identifiers: true },
  terminates: false,
  service: broadcasts.reliable,

  initially: ({ id }) => ({ id, sent: 0, seen: {} }),

  uponInvoking: {
    broadcast,
  },

  uponReceiving: {
    broadcast(p, { seen }, message, by) {
      if (!isNew(seen, message)) return
      p.sendToAllExcept(by, message)
      p.output('deliver', { from: message.from, value: message.value })
    },
  },

  claims: {
    messages: exactly('(2m - (n - 1)) c'),
    messages_per_operation: exactly('2m - (n - 1)'),
    delivery: atMost('D'),
  },
}
