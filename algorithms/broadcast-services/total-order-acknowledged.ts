import { type Algorithm, atMost, type Broadcast, broadcasts, exactly } from '../../engine/index.ts'
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

type Message = StampedBroadcast | { readonly type: 'ack'; readonly time: number }

/** Total order by timestamps where every broadcast is acknowledged to all, with the time of whoever has received it. */
export const totalOrderAcknowledged: Algorithm<StampedState, Message, Names, Broadcast> = {
  name: 'total-order-acknowledged',
  title: 'Total order by acknowledgements',
  summary:
    'totally ordered broadcast without a sequencer: in the order of timestamps, each acknowledged to all by all',
  source: 'Lamport 1978',
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
      state.clock = Math.max(state.clock, message.time)
      p.sendToAll({ type: 'ack', time: state.clock })
      deliverInTurn(p, state)
    },
    ack: hear,
  },

  claims: {
    messages: exactly('n(n - 1) c'),
    messages_per_operation: exactly('n(n - 1)'),
    delivery: atMost('2'),
  },
}
