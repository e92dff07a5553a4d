import { judge } from '../../../claims/verdict.ts'
import { ExecutionChecker } from '../../../executions/check.ts'
import { endOf } from '../../../executions/end.ts'
import { headerOf } from '../../../executions/header.ts'
import { checkedExecution } from '../../../executions/outcome.ts'
import { ExecutionWriter } from '../../../executions/write.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Finding } from '../../../model/index.ts'
import { neighborLists } from '../../../topology/neighbor-lists.ts'
import type { LockstepStep } from './lockstep.ts'

/** The record of some steps in an order of one's own. */
interface RecordedSteps {
  readonly lines: readonly string[]
  /** Whether the checker of records accepts all of them; else what is wrong. */
  readonly legal: Finding
}

/**
 * Records steps in this order, one in each unit of time, so that delays are as long as they come to be; and holds the record to
 * the algorithm, event by event. What an algorithm promises may fail in it: that is no fault of the record.
 */
export function recordSteps(
  algorithm: AnyAlgorithm,
  given: ComputedInstance,
  steps: readonly LockstepStep[],
  module: string | null,
): RecordedSteps {
  const wakeTimes = new Float64Array(given.network.n)
  for (const [time, { processor, message }] of steps.entries()) if (message < 0) wakeTimes[processor] = time
  const instance = given.with({ wakeTimes })
  const setting = { instance, timing: 'asynchronous', unitDelays: false, identifiers: 'given' } as const
  const fifo = algorithm.requires.fifo === true
  const header = headerOf({
    algorithm: algorithm.name,
    module,
    instance,
    setting,
    bounded: false,
    fifo,
    seed: 0,
  })
  const writer = new ExecutionWriter(header)
  const checker = new ExecutionChecker(header, algorithm, instance)
  const lines = [writer.header(neighborLists(given.network))]
  const arrivals = new Map(steps.map(({ message }, time) => [message, time]))
  const numbers = new Map<number, number>()
  for (const [time, { processor, message, sent, firstSent, terminates }] of steps.entries()) {
    for (const i of sent.keys()) numbers.set(firstSent + i, numbers.size)
    const event = {
      time,
      processor,
      wakes: message < 0,
      processed: message < 0 ? [] : [numbers.get(message)!],
      sent: sent.map((one, i) => ({ ...one, arrival: arrivals.get(firstSent + i)! })),
      terminates,
    }
    const problem = checker.event(event)
    if (problem !== null) return { lines, legal: `comp(${processor}) at ${time}: ${problem}` }
    lines.push(writer.event(event))
  }
  const { delayMax } = checker.traffic
  const execution = checkedExecution(checker)
  const { outcome, measures } = execution
  const scaled = {
    ...execution,
    measures: { ...measures, timeUnit: delayMax || 1, time: measures.time / (delayMax || 1) },
  }
  const detail = outcome.kind === 'violated' ? `${outcome.property}: ${outcome.reason}` : null
  lines.push(writer.end(endOf(scaled, judge(algorithm, setting, scaled), checker.events, detail)))
  return { lines, legal: true }
}
