import { type Algorithm, atLeast, atMost, type Broadcast, broadcasts, exactly } from '../../engine/index.ts'
import {
  broadcast,
  deliverInTurn,
  hear,
  type Names,
  receive,
  type StampedBroadcast,
  type StampedState,
  stampedState,
} from './timestamp-order.ts'

type Message = StampedBroadcast | { readonly type: 'ts-up'; readonly time: number }

/**
 * Total order by timestamps: everything is delivered in the order of its timestamps, once all others have told that theirs
 * are as large. Whoever receives a timestamp above its own says so.
 */
export const totalOrderSymmetric: Algorithm<StampedState, Message, Names, Broadcast> = {
  name: 'total-order-symmetric',
  title: 'Total order by timestamps',
  summary:
    'totally ordered broadcast without a sequencer: in the order of timestamps, which all tell when theirs rise',
  source: 'Attiya & Welch, section 8.2.3, the symmetric algorithm',
  requires: { identifiers: true, neighborIdentifiers: true, shape: 'complete', fifo: true },
  terminates: false,
  service: broadcasts.causalTotal,

  initially: stampedState,

  uponInvoking: {
    broadcast,
  },

  uponReceiving: {
    broadcast(p, state, message, by) {
      receive(state, message, by)
      if (message.time > state.clock) {
        state.clock = message.time
        p.sendToAll({ type: 'ts-up', time: message.time })
      }
      deliverInTurn(p, state)
    },
    'ts-up': hear,
  },

  claims: {
    messages: [atMost('n(n - 1) c'), atLeast('(n - 1) c')],
    messages_per_operation: atMost('n(n - 1)'),
    'messages:broadcast': exactly('(n - 1) c'),
    // After one unit everyone has a timestamp as large and has told, after two everyone has heard.
    delivery: atMost('2'),
  },
}
