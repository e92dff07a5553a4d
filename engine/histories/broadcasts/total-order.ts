import type { HistoryCondition } from '../condition.ts'
import { type BroadcastMessage, Ledger, messageName } from './ledger.ts'

/** Two processors deliver the messages that both deliver in the same order. */
export const totalOrder: HistoryCondition = {
  name: 'total-order',
  summary: 'all deliver what they deliver in the same order',
  kind: 'safety',
  follow({ n }) {
    const ledger = new Ledger()
    const delivered = Array.from({ length: n }, (): BroadcastMessage[] => [])
    /** By message, its place among the deliveries of each processor. */
    const places = new Map<BroadcastMessage, Map<number, number>>()
    /** By processors q and p, the last place at p of what both have delivered; −1 where there is nothing. */
    const last = Array.from({ length: n }, () => new Int32Array(n).fill(-1))
    return {
      event(event) {
        const entry = ledger.enter(event)
        if (entry?.kind !== 'delivery') return null
        const { message, at } = entry
        const q = at.processor
        const place = delivered[q]!.push(message) - 1
        const own = places.get(message) ?? new Map<number, number>()
        places.set(message, own)
        for (const [p, placeAtOther] of own) {
          const latest = last[q]![p]!
          if (latest > placeAtOther) return faultOf(ledger, message, delivered[p]![latest]!, p, q)
          last[q]![p] = placeAtOther
          last[p]![q] = place
        }
        own.set(q, place)
        return null
      },
    }
  },
}

/** Processor p has delivered `first` before `second`, and q the other way round. */
function faultOf(ledger: Ledger, first: BroadcastMessage, second: BroadcastMessage, p: number, q: number) {
  const deliveries = [first, second].flatMap((message) => [
    message.deliveries.get(p)!,
    message.deliveries.get(q)!,
  ])
  const sentence =
    `p_${p} delivers ${messageName(first)} before ${messageName(second)}, ` +
    `and p_${q} ${messageName(second)} before ${messageName(first)}`
  return { sentence, part: ledger.inOrder([first.broadcast, second.broadcast, ...deliveries]) }
}
