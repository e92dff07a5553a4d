import {
  type AnyAlgorithm,
  type Around,
  exactly,
  finalQuantity,
  registers,
  wrapperFamily,
} from '../../engine/index.ts'
import { layered } from './layer.ts'
import { deliveredWithin, messagesAtMost, messagesBelow, noTotalOrder, typesBelow } from './layer-claims.ts'

interface State extends Around {
  readonly id: number
  copy: number | null
  written: number
}

const W = finalQuantity<State>('writes', ({ states }) =>
  states.reduce((sum, { written }) => sum + written, 0),
)

const writes = { count: 'W', where: { W } }

/**
 * A sequentially consistent register on broadcasts in one order for all: writes are broadcast, and answered when they come
 * back; a read looks at the copy of its processor. Attiya & Welch 1994; Attiya & Welch, section 9.3.
 */
export const localReads = wrapperFamily({
  name: 'local-reads',
  title: 'local reads',
  summary:
    'a register whose writes are broadcast, and answered when they come back; reads are answered at once',
  source: 'Attiya & Welch 1994; Attiya & Welch, section 9.3',
  takes: 'asynchronous',
  problem: (algorithm) => noTotalOrder(algorithm, 'local-reads'),

  wrap(algorithm: AnyAlgorithm) {
    return layered<State, number>(algorithm, {
      service: registers.sequential,
      requires: { identifiers: true },
      state: ({ id }) => ({ id, copy: null, written: 0 }),
      uponInvoking: {
        read: (port, { copy }) => port.respond(copy),
        write(port, state, value) {
          state.written++
          port.broadcast(value)
        },
      },
      uponDelivery(port, state, { from, value }) {
        state.copy = value
        if (from === state.id) port.respond()
      },
      claims: {
        messages: messagesBelow(algorithm, writes),
        ...typesBelow(algorithm, writes),
        messages_per_operation: messagesAtMost(algorithm),
        'response:read': exactly('0'),
        'response:write': deliveredWithin(algorithm),
      },
    })
  },
})
