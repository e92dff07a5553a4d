import type { HistoryCondition } from '../condition.ts'
import { Ledger, messageName } from './ledger.ts'

/** Messages of one sender are delivered in the order of broadcasting: none before all earlier ones were. */
export const fifoOrder: HistoryCondition = {
  name: 'fifo-order',
  summary: 'nobody delivers a message before the earlier ones of its sender',
  kind: 'safety',
  follow({ n }) {
    const ledger = new Ledger()
    /** By processor and sender, how many were delivered. */
    const counts = new Map<number, number>()
    return {
      event(event) {
        const entry = ledger.enter(event)
        if (entry?.kind !== 'delivery') return null
        const { message, at } = entry
        const key = at.processor * n + message.from
        const count = counts.get(key) ?? 0
        counts.set(key, count + 1)
        if (message.index === count) return null
        const missing = ledger.sent.get(message.from)![count]!
        const sentence =
          `p_${at.processor} delivers ${messageName(message)} at ${at.time} before ${messageName(missing)}, ` +
          `which was broadcast sooner (${missing.broadcast.time}, not ${message.broadcast.time})`
        return { sentence, part: ledger.inOrder([missing.broadcast, message.broadcast, at]) }
      },
    }
  },
}
