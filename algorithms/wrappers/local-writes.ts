import {
  type AnyAlgorithm,
  type Around,
  exactly,
  finalQuantity,
  registers,
  wrapperFamily,
} from '../../engine/index.ts'
import { layered, type Port } from './layer.ts'
import {
  deliveredWithin,
  messagesAtMost,
  messagesBelow,
  noSenderOrder,
  noTotalOrder,
  promises,
  typesBelow,
} from './layer-claims.ts'

interface State extends Around {
  readonly id: number
  copy: number | null
  written: number
  /** How many of its own writes have not come back. */
  missing: number
  isReading: boolean
}

const W = finalQuantity<State>('writes', ({ states }) =>
  states.reduce((sum, { written }) => sum + written, 0),
)

const writes = { count: 'W', where: { W } }

/**
 * A sequentially consistent register on broadcasts in one order for all that keeps the order of each sender: writes are
 * broadcast and answered at once, a read waits until those of its processor have come back.
 * Attiya & Welch 1994; Attiya & Welch, section 9.3.
 */
export const localWrites = wrapperFamily({
  name: 'local-writes',
  title: 'local writes',
  summary: 'a register whose writes are broadcast and answered at once; reads wait for the own writes',
  source: 'Attiya & Welch 1994; Attiya & Welch, section 9.3',
  takes: 'asynchronous',
  problem(algorithm) {
    const below = promises(algorithm).fifo ? '' : 'fifo-order+'
    return noTotalOrder(algorithm, 'local-writes', below) ?? noSenderOrder(algorithm, 'local-writes')
  },

  wrap(algorithm: AnyAlgorithm) {
    return layered<State, number>(algorithm, {
      service: registers.sequential,
      requires: { identifiers: true },
      state: ({ id }) => ({ id, copy: null, written: 0, missing: 0, isReading: false }),
      uponInvoking: {
        read(port, state) {
          state.isReading = true
          answerIfUpToDate(port, state)
        },
        write(port, state, value) {
          state.written++
          state.missing++
          port.broadcast(value)
          port.respond()
        },
      },
      uponDelivery(port, state, { from, value }) {
        state.copy = value
        if (from !== state.id) return
        state.missing--
        answerIfUpToDate(port, state)
      },
      claims: {
        messages: messagesBelow(algorithm, writes),
        ...typesBelow(algorithm, writes),
        messages_per_operation: messagesAtMost(algorithm),
        'response:read': deliveredWithin(algorithm),
        'response:write': exactly('0'),
      },
    })
  },
})

function answerIfUpToDate(port: Port<number>, state: State): void {
  if (!state.isReading || state.missing > 0) return
  state.isReading = false
  port.respond(state.copy)
}
