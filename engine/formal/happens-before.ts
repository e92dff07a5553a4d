import { passages } from './passages.ts'
import type { TimedExecution } from './timed.ts'

/**
 * Lamport's relation on the computation events of an execution, given by their indices: a happens before b if both
 * are of one processor and a comes first, or b processes a message that a sends, or by a chain of these.
 * Attiya & Welch, section 6.1.1; Lamport 1978.
 */
export function happensBefore(execution: TimedExecution): (a: number, b: number) => boolean {
  const { events } = execution
  const ways = passages(execution)
  const past: Set<number>[] = []
  const latest = new Map<number, number>()
  for (const [index, event] of events.entries()) {
    past[index] = new Set()
    if (event.kind !== 'comp') continue
    const senders = ways.filter(({ processed }) => processed === index).map(({ sent }) => sent)
    const previous = latest.get(event.processor)
    for (const cause of previous === undefined ? senders : [previous, ...senders]) {
      past[index].add(cause)
      for (const earlier of past[cause]!) past[index].add(earlier)
    }
    latest.set(event.processor, index)
  }
  return (a, b) => past[b]!.has(a)
}
