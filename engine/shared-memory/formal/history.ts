import type { History, HistoryEvent } from '../../model/index.ts'
import type { SharedMemoryExecution } from './exec.ts'

/**
 * The history of an execution: an operation is invoked with its first step and answered with its last one. Times are the
 * numbers of steps, from 1.
 */
export function sharedHistory({ steps }: SharedMemoryExecution): History {
  const pending = new Map<number, number>()
  let count = 0
  return steps.flatMap(({ processor, from, to, operation, argument, answer }, index): HistoryEvent[] => {
    const time = index + 1
    const events: HistoryEvent[] = []
    if (rests(from)) {
      const id = count++
      pending.set(processor, id)
      const asked = argument === undefined || argument === null ? {} : { argument }
      events.push({ kind: 'invocation', processor, time, id, operation, ...asked })
    }
    if (rests(to)) {
      const id = pending.get(processor)!
      const result = answer === undefined || answer === null ? {} : { result: answer }
      events.push({ kind: 'response', processor, time, id, ...result })
    }
    return events
  })
}

/** A processor has no operation under way in its remainder and its critical section. */
const rests = (section: string): boolean => section === 'remainder' || section === 'critical'
