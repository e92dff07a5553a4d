import type { HistoryCondition } from '../condition.ts'
import { Ledger, messageName } from './ledger.ts'

/** What is delivered was broadcast before, by the one that it is said to be from. */
export const integrity: HistoryCondition = {
  name: 'integrity',
  summary: 'what is delivered was broadcast before, by the sender that is named',
  kind: 'safety',
  follow() {
    const ledger = new Ledger()
    return {
      event(event) {
        const entry = ledger.enter(event)
        if (entry?.kind !== 'unknown') return null
        const { at, from } = entry
        const sentence = `p_${at.processor} delivers ${messageName(entry)} at ${at.time}, which p_${from} has not broadcast`
        return { sentence, part: [at] }
      },
    }
  },
}

/** Nobody delivers a message twice. */
export const noDuplication: HistoryCondition = {
  name: 'no-duplication',
  summary: 'nobody delivers a message more often than it was broadcast',
  kind: 'safety',
  follow() {
    const ledger = new Ledger()
    return {
      event(event) {
        const entry = ledger.enter(event)
        if (entry?.kind !== 'again') return null
        const { at, messages } = entry
        const before = messages.map(({ deliveries }) => deliveries.get(at.processor)!)
        const sentence = `p_${at.processor} delivers ${messageName(messages[0]!)} at ${at.time} again, after ${before.at(-1)!.time}`
        return {
          sentence,
          part: ledger.inOrder([...messages.map(({ broadcast }) => broadcast), ...before, at]),
        }
      },
    }
  },
}
