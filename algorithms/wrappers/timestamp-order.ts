import { type AnyAlgorithm, type Around, finalQuantity, wrapperFamily } from '../../engine/index.ts'
import { layered } from './layer.ts'
import {
  deliveredWithin,
  messagesAtMost,
  messagesBelow,
  messagesOf,
  noSenderOrder,
  promising,
} from './layer-claims.ts'

/** A timestamp, and what was asked to be broadcast with it, if it was not told alone. */
type Stamped = { readonly time: number } | { readonly time: number; readonly value: number }

interface Held {
  readonly time: number
  readonly from: number
  readonly value: number
}

interface State extends Around {
  readonly n: number
  /** The largest timestamp that it has given or seen. */
  clock: number
  /** How many timestamps it has told of without a broadcast of its own. */
  told: number
  /** By processor, itself included, the last timestamp that was delivered. */
  readonly last: Record<number, number>
  /** What has not been delivered, the next first. */
  held: Held[]
}

/** How often somebody told its clock. */
const U = finalQuantity<State>('timestamps told alone', ({ states }) =>
  states.reduce((sum, { told }) => sum + told, 0),
)

/**
 * Total order by timestamps, on broadcasts in the order of their senders: whoever sees a larger timestamp than its own tells
 * it. The least is delivered once everybody has told one as large. Attiya & Welch, section 8.2.3, the symmetric algorithm.
 */
export const timestampOrder = wrapperFamily({
  name: 'timestamp-order',
  title: 'timestamp order',
  summary: 'broadcasts carry timestamps, which all tell when theirs rise, and are delivered in their order',
  source: 'Lamport 1978; Attiya & Welch, section 8.2.3, the symmetric algorithm',
  takes: 'asynchronous',
  problem: (algorithm) => noSenderOrder(algorithm, 'timestamp-order'),

  wrap(algorithm: AnyAlgorithm) {
    return layered<State, Stamped>(algorithm, {
      service: promising({ fifo: true, total: true }),
      requires: { identifiers: true, size: true },
      control: 'clock',
      state: ({ n }) => ({ n, clock: 0, told: 0, last: {}, held: [] }),
      uponInvoking: {
        broadcast(port, state, value) {
          port.broadcast({ time: ++state.clock, value })
        },
      },
      uponDelivery(port, state, { from, value: stamped }) {
        const { time } = stamped
        state.last[from] = time
        if ('value' in stamped) hold(state, { ...stamped, from })
        if (time > state.clock) {
          state.clock = time
          state.told++
          port.control({ time })
        }
        for (const next of due(state)) port.deliver(next)
      },
      claims: {
        messages: [
          ...messagesBelow(algorithm, { count: 'c + U', where: { U } }),
          ...messagesAtMost(algorithm, 'n c'),
        ],
        'messages:carried': messagesOf(algorithm, { count: 'c' }),
        'messages:clock': messagesOf(algorithm, { count: 'U', where: { U } }),
        messages_per_operation: messagesAtMost(algorithm, 'n'),
        // Once it is there everybody has a timestamp as large and tells it.
        delivery: deliveredWithin(algorithm, '2'),
      },
    })
  },
})

function hold({ held }: State, one: Held): void {
  const place = held.findIndex(({ time, from }) => time > one.time || (time === one.time && from > one.from))
  held.splice(place < 0 ? held.length : place, 0, one)
}

/** Takes what is to be delivered: all that still come have larger timestamps. */
function due(state: State): { readonly from: number; readonly value: number }[] {
  const told = Object.values(state.last)
  const reached = told.length < state.n ? 0 : Math.min(...told)
  const waiting = state.held.findIndex(({ time }) => time > reached)
  const count = waiting < 0 ? state.held.length : waiting
  return state.held.splice(0, count).map(({ from, value }) => ({ from, value }))
}
