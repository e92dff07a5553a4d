import { type Judgement, judge } from '../../claims/verdict.ts'
import { ModelError } from '../../errors.ts'
import { ExecutionChecker } from '../../executions/check.ts'
import { endOf } from '../../executions/end.ts'
import { headerOf } from '../../executions/header.ts'
import { checkedExecution } from '../../executions/outcome.ts'
import { ExecutionWriter } from '../../executions/write.ts'
import { Problem } from '../../instance.ts'
import type { AnyAlgorithm, Execution } from '../../model.ts'
import type { TimedSchedule } from './time-schedule.ts'

export interface RecordedSchedule {
  /** The lines of the execution format, each with its line feed. */
  readonly lines: readonly string[]
  /** The instance with the wake-ups of the schedule. */
  readonly instance: Problem
  readonly execution: Execution
  readonly judgements: readonly Judgement[]
}

/**
 * A timed schedule as a recorded execution, after the checker of recorded executions has carried it out. `module` is
 * the user's that has the algorithm; `identifiers` the rule by which they were assigned, on which claims may depend.
 */
export function recordSchedule(
  algorithm: AnyAlgorithm,
  given: Problem,
  { events, wakeTimes }: TimedSchedule,
  { module = null, identifiers = 'given' }: { module?: string | null; identifiers?: string } = {},
): RecordedSchedule {
  const { network, ids, values, root } = given
  const instance = new Problem(network, { ids, values, root, wakeTimes })
  const setting = { instance, timing: 'asynchronous', unitDelays: false, identifiers } as const
  const header = headerOf({
    algorithm: algorithm.name,
    module,
    instance,
    setting,
    bounded: true,
    fifo: algorithm.requires.fifo === true,
    seed: 0,
  })
  const checker = new ExecutionChecker(header, algorithm, instance)
  const writer = new ExecutionWriter(header)
  const lines = [writer.header(neighborsOf(given))]
  for (const event of events) {
    const problem = checker.event(event)
    if (problem !== null) throw new ModelError(`comp(${event.processor}) at ${event.time}: ${problem}`)
    lines.push(writer.event(event))
  }
  const execution = checkedExecution(checker)
  const judgements = judge(algorithm, setting, execution)
  const { outcome } = execution
  const detail = outcome.kind === 'violated' ? `${outcome.property}: ${outcome.reason}` : null
  lines.push(writer.end(endOf(execution, judgements, events.length, detail)))
  return { lines, instance, execution, judgements }
}

function neighborsOf({ network }: Problem): number[][] {
  return Array.from({ length: network.n }, (_, p) =>
    Array.from({ length: network.degree(p) }, (_, channel) => network.neighbor(p, channel)),
  )
}
