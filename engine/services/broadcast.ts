import type { HistoryProperty, ServiceOf } from '../model/index.ts'
import {
  type Broadcast,
  causalOrder,
  everywhere,
  fifoOrder,
  integrity,
  totalOrder,
} from './broadcast-orders.ts'

/** Broadcasts with the orders that they promise beside being delivered everywhere, once. */
const broadcast = (
  name: string,
  promise: string,
  orders: Readonly<Record<string, HistoryProperty>>,
): ServiceOf<Broadcast> => ({
  name,
  summary: `what one processor broadcasts, all deliver${promise}`,
  operations: {
    broadcast: {
      summary: 'to be delivered by all, the processor itself among them',
      argument: 'distinct',
      toldApart: true,
      unanswered: true,
    },
  },
  outputs: ['deliver'],
  workload: 'closed',
  properties: { integrity, ...orders, everywhere },
  spread: { operation: 'broadcast', output: 'deliver' },
})

/**
 * Broadcast services, by the order in which all deliver what is broadcast. Causal order implies that of each sender
 * (FIFO); the total order is one order for all, whatever it is. Attiya & Welch, 2nd edition, section 8.1.
 */
export const broadcasts = {
  reliable: broadcast('reliable-broadcast', ', in any order', {}),
  fifo: broadcast('fifo-broadcast', ', those of one sender in the order of sending', { fifoOrder }),
  causal: broadcast('causal-broadcast', ', nothing before what its sender knew', { causalOrder }),
  total: broadcast('total-order-broadcast', ' in the same order', { totalOrder }),
  causalTotal: broadcast(
    'causal-total-order-broadcast',
    ' in the same order, nothing before what its sender knew',
    {
      causalOrder,
      totalOrder,
    },
  ),
} as const
