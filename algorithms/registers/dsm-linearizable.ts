import {
  type Algorithm,
  atMost,
  exactly,
  type Processor,
  type Register,
  registers,
} from '../../engine/index.ts'
import {
  type Item,
  newSequence,
  order,
  type SequencerMessage,
  take,
} from '../broadcast-services/sequencer.ts'
import { type CopyInput, type CopyState, ofRoot } from './copies.ts'

/** Null: to read. */
type Asked = number | null

/** An atomic register over totally ordered broadcast: reads and writes are broadcast, and answered when they come back. */
export const dsmLinearizable: Algorithm<CopyState<Asked>, SequencerMessage<Asked>, CopyInput, Register> = {
  name: 'dsm-linearizable',
  title: 'Linearizable shared memory',
  summary:
    'an atomic register: reads and writes are totally ordered broadcasts, answered when they come back',
  source: 'Attiya & Welch 1994; Attiya & Welch, section 9.3',
  requires: { root: true, identifiers: true, spanningTree: true, shape: 'complete' },
  terminates: false,
  service: registers.atomic,

  initially: ({ id, parent }) => ({ id, sequence: newSequence(parent), copy: null, asked: 0 }),

  uponInvoking: {
    read(p, state) {
      ask(p, state, null)
    },
    write: ask,
  },

  uponReceiving: {
    request(p, state, { from, value }) {
      order(p, state.sequence, { from, value })
      apply(p, state, { from, value })
    },
    numbered(p, state, message) {
      take(state.sequence, message, (item) => apply(p, state, item))
    },
  },

  claims: {
    messages: exactly('n c - r', { where: { r: ofRoot } }),
    messages_per_operation: atMost('n'),
    response: atMost('2'),
    'response:read': atMost('2'),
    'response:write': atMost('2'),
  },
}

function ask(p: Processor<SequencerMessage<Asked>>, state: CopyState<Asked>, value: Asked): void {
  state.asked++
  const item = { from: state.id, value }
  if (order(p, state.sequence, item)) apply(p, state, item)
}

function apply(
  p: Processor<SequencerMessage<Asked>>,
  state: CopyState<Asked>,
  { from, value }: Item<Asked>,
): void {
  if (value !== null) state.copy = value
  if (from === state.id) p.respond(value === null ? state.copy : undefined)
}
