import { type AnyAlgorithm, type Around, registers, wrapperFamily } from '../../engine/index.ts'
import { layered } from './layer.ts'
import { claimsOneToOne, deliveredWithin, noTotalOrder } from './layer-claims.ts'

/** What is broadcast below: what to write; null: to read. */
type Asked = number | null

interface State extends Around {
  readonly id: number
  copy: number | null
}

/**
 * A linearizable register on broadcasts in one order for all: reads and writes are broadcast, and answered when they come
 * back. Attiya & Welch 1994; Attiya & Welch, section 9.3.
 */
export const linearizableMemory = wrapperFamily({
  name: 'linearizable-memory',
  title: 'linearizable memory',
  summary: 'a register whose reads and writes are broadcast, and answered when they come back',
  source: 'Attiya & Welch 1994; Attiya & Welch, section 9.3',
  takes: 'asynchronous',
  problem: (algorithm) => noTotalOrder(algorithm, 'linearizable-memory'),

  wrap(algorithm: AnyAlgorithm) {
    const response = deliveredWithin(algorithm)
    return layered<State, Asked>(algorithm, {
      service: registers.atomic,
      requires: { identifiers: true },
      state: ({ id }) => ({ id, copy: null }),
      uponInvoking: {
        read: (port) => port.broadcast(null),
        write: (port, _, value) => port.broadcast(value),
      },
      uponDelivery(port, state, { from, value }) {
        if (value !== null) state.copy = value
        if (from === state.id) port.respond(value === null ? state.copy : undefined)
      },
      // One broadcast below for each.
      claims: {
        ...claimsOneToOne(algorithm),
        response,
        'response:read': response,
        'response:write': response,
      },
    })
  },
})
