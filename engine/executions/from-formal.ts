import { passages, sentBy, type TimedExecution } from '../formal/index.ts'
import type { RecordedEvent } from './format.ts'

/**
 * The computation events of a timed execution in which messages are processed when they are delivered, as they are
 * recorded.
 */
export function* recordedEvents(execution: TimedExecution): Generator<RecordedEvent> {
  const { configurations, events, times } = execution
  const ways = passages(execution)
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'comp') continue
    const [before, after] = [configurations[index]!, configurations[index + 1]!]
    const { processor, wakes, detected } = event
    const { timeouts } = after.processors[processor]!.step!
    const crossings = after.crossings.slice(before.crossings.length).map(({ processor: _, ...one }) => one)
    yield {
      time: times[index]!,
      processor,
      wakes,
      processed: before.processors[processor]!.inbufs.flat().map(({ id }) => id),
      sent: sentBy(before, after, processor).map(({ id, channel, message }) => {
        const { processed } = ways[id]!
        return { channel, message, arrival: processed === null ? Number.NaN : times[processed]! }
      }),
      ...(timeouts.length > 0 && { timeouts }),
      ...(crossings.length > 0 && { crossings }),
      ...(detected !== undefined && { detected }),
      terminates:
        after.processors[processor]!.status === 'terminated' &&
        before.processors[processor]!.status !== 'terminated',
    }
  }
}
