import { type Algorithm, atMost, exactly, type Register, registers } from '../../engine/index.ts'
import { newSequence, order, type SequencerMessage, take } from '../broadcast-services/sequencer.ts'
import { type CopyInput, type CopyState, ofRoot, ordered } from './copies.ts'

/**
 * A sequentially consistent register over totally ordered broadcast, where reads are local: all apply the writes to their
 * copies in one order, a write is answered when its own processor has applied it, a read at once.
 */
export const dsmScLocalRead: Algorithm<CopyState, SequencerMessage, CopyInput, Register> = {
  name: 'dsm-sc-local-read',
  title: 'Shared memory with local reads',
  summary:
    'a sequentially consistent register: writes are totally ordered broadcasts, reads look at the own copy',
  source: 'Attiya & Welch 1994; Attiya & Welch, section 9.3',
  requires: { root: true, identifiers: true, spanningTree: true, shape: 'complete' },
  terminates: false,
  service: registers.sequential,

  initially: ({ id, parent }) => ({ id, sequence: newSequence(parent), copy: null, asked: 0 }),

  uponInvoking: {
    read(p, { copy }) {
      p.respond(copy)
    },
    write(p, state, value) {
      state.asked++
      if (!order(p, state.sequence, { from: state.id, value })) return
      state.copy = value
      p.respond()
    },
  },

  uponReceiving: {
    request(p, state, { from, value }) {
      order(p, state.sequence, { from, value })
      state.copy = value
    },
    numbered(p, state, message) {
      take(state.sequence, message, ({ from, value }) => {
        state.copy = value
        if (from === state.id) p.respond()
      })
    },
  },

  claims: {
    messages: exactly('n W - r', { where: { W: ordered, r: ofRoot } }),
    messages_per_operation: atMost('n'),
    'response:read': exactly('0'),
    'response:write': atMost('2'),
  },
}
