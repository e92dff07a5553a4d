import {
  type Algorithm,
  atMost,
  type Broadcast,
  broadcasts,
  type Channel,
  exactly,
  finalQuantity,
} from '../../engine/index.ts'
import { newSequence, order, type Sequence, type SequencerMessage, take } from './sequencer.ts'

interface Input {
  readonly id: number
  readonly isRoot: boolean
  readonly parent: Channel | null
}
interface State {
  readonly id: number
  readonly sequence: Sequence
  /** How many it was asked to broadcast. */
  asked: number
}

const r = finalQuantity<State>(
  'broadcasts of the root',
  ({ states, instance }) => states[instance.root]!.asked,
)

/** Total order by a sequencer, the root: it gives everything a number, and all deliver in the order of the numbers. */
export const totalOrderSequencer: Algorithm<State, SequencerMessage, Input, Broadcast> = {
  name: 'total-order-sequencer',
  title: 'Total order by a sequencer',
  summary: 'totally ordered broadcast: everything goes to the root, which numbers it and sends it to all',
  source: 'Attiya & Welch, section 8.2.3, the asymmetric algorithm',
  requires: { root: true, identifiers: true, spanningTree: true, shape: 'complete' },
  terminates: false,
  service: broadcasts.total,

  initially: ({ id, parent }) => ({ id, sequence: newSequence(parent), asked: 0 }),

  uponInvoking: {
    broadcast(p, state, value) {
      state.asked++
      const item = { from: state.id, value }
      if (order(p, state.sequence, item)) p.output('deliver', item)
    },
  },

  uponReceiving: {
    request(p, { sequence }, { from, value }) {
      order(p, sequence, { from, value })
      p.output('deliver', { from, value })
    },
    numbered(p, { sequence }, message) {
      take(sequence, message, (item) => p.output('deliver', item))
    },
  },

  claims: {
    // The root has its own at once, and the others send theirs to it.
    messages: exactly('n c - r', { where: { r } }),
    messages_per_operation: atMost('n'),
    'messages:numbered': exactly('(n - 1) c'),
    delivery: atMost('2'),
  },
}
