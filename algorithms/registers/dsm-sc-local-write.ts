import {
  type Algorithm,
  atMost,
  exactly,
  type Processor,
  type Register,
  registers,
} from '../../engine/index.ts'
import { newSequence, order, type SequencerMessage, take } from '../broadcast-services/sequencer.ts'
import { type CopyInput, type CopyState, ofRoot, ordered } from './copies.ts'

interface State extends CopyState {
  /** How many of its own writes have not come back. */
  missing: number
  isReading: boolean
}

/**
 * A sequentially consistent register over totally ordered broadcast, where writes are local: they are answered at once, and
 * a read when all earlier writes of its processor have come back.
 */
export const dsmScLocalWrite: Algorithm<State, SequencerMessage, CopyInput, Register> = {
  name: 'dsm-sc-local-write',
  title: 'Shared memory with local writes',
  summary: 'a sequentially consistent register: writes are answered at once, reads wait for the own writes',
  source: 'Attiya & Welch 1994; Attiya & Welch, section 9.3',
  remarks:
    'Channels are first in, first out, so that the writes of one processor keep their order on the way to the sequencer.',
  requires: { root: true, identifiers: true, spanningTree: true, shape: 'complete', fifo: true },
  terminates: false,
  service: registers.sequential,

  initially: ({ id, parent }) => ({
    id,
    sequence: newSequence(parent),
    copy: null,
    asked: 0,
    missing: 0,
    isReading: false,
  }),

  uponInvoking: {
    read(p, state) {
      state.isReading = true
      answerIfUpToDate(p, state)
    },
    write(p, state, value) {
      state.asked++
      if (order(p, state.sequence, { from: state.id, value })) state.copy = value
      else state.missing++
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
        if (from !== state.id) return
        state.missing--
        answerIfUpToDate(p, state)
      })
    },
  },

  claims: {
    messages: exactly('n W - r', { where: { W: ordered, r: ofRoot } }),
    messages_per_operation: atMost('n'),
    'response:read': atMost('2'),
    'response:write': exactly('0'),
  },
}

function answerIfUpToDate(p: Processor<SequencerMessage>, state: State): void {
  if (!state.isReading || state.missing > 0) return
  state.isReading = false
  p.respond(state.copy)
}
