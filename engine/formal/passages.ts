import { sentBy } from './configuration.ts'
import type { Letter } from './letter.ts'
import type { TimedExecution } from './timed.ts'

/** The way of one message through a timed execution, by the indices of events; null for what never happens. */
export interface Passage {
  readonly letter: Letter
  /** The computation event that sends it; of a copy, the event in which it comes about. */
  readonly sent: number
  /** The event that moves it from outbuf to inbuf. */
  readonly delivered: number | null
  /** The computation event of the receiver that processes it. */
  readonly processed: number | null
}

/** The ways of all messages, by their numbers. */
export function passages({ configurations, events }: TimedExecution): readonly Passage[] {
  const found: { -readonly [K in keyof Passage]: Passage[K] }[] = []
  for (const [index, event] of events.entries()) {
    const before = configurations[index]!
    if (event.kind === 'del') {
      found[event.message]!.delivered = index
      continue
    }
    if (event.kind === 'copied')
      for (const letter of sentBy(before, configurations[index + 1]!, event.sender))
        found.push({ letter, sent: index, delivered: null, processed: null })
    if (event.kind !== 'comp') continue
    for (const { id } of before.processors[event.processor]!.inbufs.flat()) found[id]!.processed = index
    for (const letter of sentBy(before, configurations[index + 1]!, event.processor))
      found.push({ letter, sent: index, delivered: null, processed: null })
  }
  return found
}
