import { type AnyAlgorithm, type Around, innerClaims, wrapperFamily } from '../../engine/index.ts'
import { layered } from './layer.ts'
import { claimsOneToOne, offersNoBroadcasts, promises, promising } from './layer-claims.ts'

/** What is broadcast below: the value, and how many its sender broadcast before. */
interface Numbered {
  readonly number: number
  readonly value: number
}

interface State extends Around {
  sent: number
  /** By sender, how many were delivered, and what is ahead of its turn, by number. */
  readonly turns: Record<number, { next: number; readonly held: Record<number, number> }>
}

/**
 * FIFO order on any broadcasts: each sender numbers its own, and what is ahead of its turn is held back.
 * Hadzilacos & Toueg 1994; Attiya & Welch, section 8.2.2.
 */
export const fifoOrder = wrapperFamily({
  name: 'fifo-order',
  title: 'FIFO order',
  summary: 'broadcasts are numbered by their senders, and held back until their turn',
  source: 'Hadzilacos & Toueg 1994; Attiya & Welch, section 8.2.2',
  takes: 'asynchronous',
  problem: offersNoBroadcasts,

  wrap(algorithm: AnyAlgorithm) {
    const { delivery = [] } = innerClaims(algorithm)
    return layered<State, Numbered>(algorithm, {
      // What all hold back alike, all deliver in one order if it came in one.
      service: promising({ ...promises(algorithm), fifo: true }),
      requires: {},
      state: () => ({ sent: 0, turns: {} }),
      uponInvoking: {
        broadcast(port, state, value) {
          port.broadcast({ number: state.sent++, value })
        },
      },
      uponDelivery(port, { turns }, { from, value: { number, value } }) {
        const turn = (turns[from] ??= { next: 0, held: {} })
        turn.held[number] = value
        for (let value = turn.held[turn.next]; value !== undefined; value = turn.held[turn.next]) {
          delete turn.held[turn.next++]
          port.deliver({ from, value })
        }
      },
      // One broadcast below for each; what it waits for was broadcast earlier, and comes as soon.
      claims: { ...claimsOneToOne(algorithm), delivery },
    })
  },
})
