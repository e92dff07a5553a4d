import type { Finding } from '../model/index.ts'
import { describeEvent } from './event.ts'
import type { Execution } from './exec.ts'

/** A timed execution: an execution with a time for each event. Attiya & Welch, section 2.1.2. */
export interface TimedExecution extends Execution {
  readonly times: readonly number[]
}

/**
 * Whether the times are those of a timed execution: they start at 0, never decrease, and increase strictly among the
 * computation events of each processor.
 */
export function hasLegalTimes({ events, times }: TimedExecution): Finding {
  if (times.length !== events.length) return `there are ${times.length} times for ${events.length} events`
  const latest = new Map<number, number>()
  for (const [index, event] of events.entries()) {
    const time = times[index]!
    const name = `${describeEvent(event)}, event ${index}`
    if (!(time >= 0 && time < Number.POSITIVE_INFINITY)) return `${name}, is at time ${time}`
    if (index === 0 && time !== 0) return `the first event, ${describeEvent(event)}, is at ${time}, not at 0`
    if (index > 0 && time < times[index - 1]!)
      return `${name}, is at ${time}, after one at ${times[index - 1]}`
    if (event.kind !== 'comp') continue
    if (time <= (latest.get(event.processor) ?? -1))
      return `${name}, is at ${time}, but p_${event.processor} already computed then`
    latest.set(event.processor, time)
  }
  return true
}
