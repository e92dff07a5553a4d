import { type AnyAlgorithm, type Around, wrapperFamily } from '../../engine/index.ts'
import { isNew, type Numbered, type Seen } from '../broadcast-services/seen.ts'
import { layered } from './layer.ts'
import { claimsOneToOne, deliveredWithin, noSenderOrder, promises, promising } from './layer-claims.ts'

interface Item extends Numbered {
  readonly value: number
}

interface State extends Around {
  readonly id: number
  sent: number
  readonly seen: Seen
  /** What was delivered since its last broadcast, in that order. */
  recent: Item[]
}

/**
 * Causal order on broadcasts in the order of their senders: each takes along what its sender has delivered since its last
 * one. Whoever has not delivered that yet does so before, so nothing waits. Hadzilacos & Toueg 1994.
 */
export const causalOrder = wrapperFamily({
  name: 'causal-order',
  title: 'causal order',
  summary: 'a broadcast takes along what its sender has delivered since its last one',
  source: 'Hadzilacos & Toueg 1994',
  takes: 'asynchronous',
  problem: (algorithm) => noSenderOrder(algorithm, 'causal-order'),

  wrap(algorithm: AnyAlgorithm) {
    return layered<State, readonly Item[]>(algorithm, {
      service: promising({ ...promises(algorithm), causal: true }),
      requires: { identifiers: true },
      state: ({ id }) => ({ id, sent: 0, seen: {}, recent: [] }),
      uponInvoking: {
        broadcast(port, state, value) {
          const { id, recent } = state
          state.recent = []
          port.broadcast([...recent, { from: id, number: state.sent++, value }])
        },
      },
      uponDelivery(port, state, { value: items }) {
        for (const item of items) {
          if (!isNew(state.seen, item)) continue
          state.recent.push(item)
          port.deliver({ from: item.from, value: item.value })
        }
      },
      // One broadcast below for each; taken along by another, it may come sooner.
      claims: { ...claimsOneToOne(algorithm), delivery: deliveredWithin(algorithm) },
    })
  },
})
