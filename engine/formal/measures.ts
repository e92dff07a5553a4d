import type { HistoryEvent, Message } from '../model/index.ts'
import { inTransit } from './configuration.ts'
import { type Execution, last } from './exec.ts'
import type { Letter } from './letter.ts'
import { type Passage, passages } from './passages.ts'
import type { TimedExecution } from './timed.ts'

/** The wait of a message in an outbuf and in an inbuf. */
export interface Delay {
  readonly letter: Letter
  readonly inOutbuf: number
  readonly inInbuf: number
  /** From the computation event that sends the message to the one that processes it. */
  readonly total: number
}

/**
 * The delays of the messages that are processed. The delay of a message is the time between the computation event
 * that sends it and the computation event that processes it. Attiya & Welch, section 2.1.2.
 */
export function delays(execution: TimedExecution): readonly Delay[] {
  const { times } = execution
  return passages(execution)
    .filter(({ processed }) => processed !== null)
    .map(({ letter, sent, delivered, processed }) => {
      const [sentAt, deliveredAt, processedAt] = [times[sent]!, times[delivered!]!, times[processed!]!]
      return {
        letter,
        inOutbuf: deliveredAt - sentAt,
        inInbuf: processedAt - deliveredAt,
        total: processedAt - sentAt,
      }
    })
}

/** What has crossed the interfaces of processors, with its times. */
export function history({ configurations, events, times }: TimedExecution): HistoryEvent[] {
  const found: HistoryEvent[] = []
  const latest: number[] = []
  let asked = 0
  for (const [i, time] of times.entries()) {
    if (events[i]!.kind !== 'comp') continue
    const before = configurations[i]!.crossings.length
    for (const crossing of configurations[i + 1]!.crossings.slice(before)) {
      const { processor } = crossing
      if (crossing.kind === 'invocation') latest[processor] = asked++
      found.push(
        crossing.kind === 'output' ? { ...crossing, time } : { ...crossing, time, id: latest[processor]! },
      )
    }
  }
  return found
}

/** The messages sent. The message complexity of an algorithm is the largest over its admissible executions. */
export function messageCount(execution: Execution): number {
  const { sent, uncounted } = last(execution)
  return sent - uncounted
}

/** How many processors woke by themselves: their first computation event was their own, not one that a message caused. */
export function initiatorCount({ configurations, events }: Execution): number {
  return events.filter(
    (event, i) =>
      event.kind === 'comp' &&
      event.wakes &&
      configurations[i]!.processors[event.processor]!.status === 'asleep',
  ).length
}

/**
 * The time of a timed execution: when its last message is processed. Divided by the largest delay, it is the time
 * that the time complexity is the maximum of. Attiya & Welch, section 2.1.2.
 */
export function time(execution: TimedExecution): number {
  const processedAt = ({ processed }: Passage) => (processed === null ? 0 : execution.times[processed]!)
  return Math.max(0, ...passages(execution).map(processedAt))
}

/** When the processors that come to a mark first made it: the first of them, and the last; null if none did. */
export function markTimes(
  { configurations, times }: TimedExecution,
  mark: string,
): { readonly first: number; readonly last: number } | null {
  const { processors } = configurations[configurations.length - 1]!
  const made = processors.flatMap((_, p) => {
    // Event i leads from configuration i to the next.
    const event = configurations.findIndex(({ processors }) => processors[p]!.marks.includes(mark)) - 1
    return event < 0 ? [] : [times[event]!]
  })
  return made.length === 0 ? null : { first: Math.min(...made), last: Math.max(...made) }
}

/**
 * The most bits that one channel carries in one direction in one round: what one event of the sender puts into one of its
 * outbufs. In the CONGEST model, that is O(log n). Peleg 2000, section 2.3.
 */
export function channelLoad(execution: TimedExecution, sizeOf: (message: Message) => number): number {
  const loads = new Map<string, number>()
  for (const { letter, sent } of passages(execution)) {
    const place = `${sent} ${letter.channel}`
    loads.set(place, (loads.get(place) ?? 0) + sizeOf(letter.message))
  }
  return Math.max(0, ...loads.values())
}

/** Termination: every processor is in a terminated state, and no message is in transit. Section 2.1.2. */
export function hasTerminated(execution: Execution): boolean {
  const final = last(execution)
  return final.processors.every(({ status }) => status === 'terminated') && inTransit(final).length === 0
}
