import type { HistoryCondition } from '../condition.ts'
import { type BroadcastMessage, Ledger, messageName } from './ledger.ts'

/**
 * A message is delivered after all whose broadcast happens before its own: those that its sender had broadcast or
 * delivered, and so on. At the first fault one of those that the sender itself had seen is missing: were these all
 * there, so would be what they depend on.
 */
export const causalOrder: HistoryCondition = {
  name: 'causal-order',
  summary: 'nobody delivers a message before those that its broadcast may depend on',
  kind: 'safety',
  follow({ n }) {
    const ledger = new Ledger()
    /** By processor, what it has broadcast or delivered, in order. */
    const seen = Array.from({ length: n }, (): BroadcastMessage[] => [])
    /** By message, how much its sender had seen. */
    const past = new Map<BroadcastMessage, number>()
    /** By processor and sender, how much of what the sender has seen the processor is known to have delivered. */
    const known = new Map<number, number>()
    return {
      event(event) {
        const entry = ledger.enter(event)
        if (entry === null || entry.kind === 'unknown' || entry.kind === 'again') return null
        const { message } = entry
        if (entry.kind === 'broadcast') {
          past.set(message, seen[message.from]!.length)
          seen[message.from]!.push(message)
          return null
        }
        const { at } = entry
        const key = at.processor * n + message.from
        const missing = firstMissing(seen[message.from]!, known, key, past.get(message)!, at.processor)
        seen[at.processor]!.push(message)
        if (missing === undefined) return null
        const link = missing.from === message.from ? undefined : missing.deliveries.get(message.from)
        const how = link === undefined ? 'had broadcast' : 'had delivered'
        const sentence =
          `p_${at.processor} delivers ${messageName(message)} at ${at.time} before ${messageName(missing)}, ` +
          `which p_${message.from} ${how} when it broadcast the former`
        const part = [missing.broadcast, ...(link === undefined ? [] : [link]), message.broadcast, at]
        return { sentence, part: ledger.inOrder(part) }
      },
    }
  },
}

/** The first of what a sender had seen that a processor has not delivered; notes how much it has. */
function firstMissing(
  seen: readonly BroadcastMessage[],
  known: Map<number, number>,
  key: number,
  until: number,
  processor: number,
): BroadcastMessage | undefined {
  let count = known.get(key) ?? 0
  while (count < until && seen[count]!.deliveries.has(processor)) count++
  known.set(key, count)
  return count < until ? seen[count] : undefined
}
