import { type Judgement, judge } from '../../claims/verdict.ts'
import { ModelError } from '../../errors.ts'
import { ExecutionChecker } from '../../executions/check.ts'
import { endOf } from '../../executions/end.ts'
import { headerOf } from '../../executions/header.ts'
import { checkedExecution } from '../../executions/outcome.ts'
import { ExecutionWriter } from '../../executions/write.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Execution } from '../../model/index.ts'
import { Safety } from '../../simulation/machine/safety.ts'
import { neighborLists } from '../../topology/neighbor-lists.ts'
import type { TimedSchedule } from './time-schedule.ts'

/** A schedule that was carried out, with its record. */
export interface RecordedSchedule {
  /** The lines of the execution format, each with its line feed. */
  readonly lines: readonly string[]
  /** The instance with the wake-ups of the schedule. */
  readonly instance: ComputedInstance
  readonly execution: Execution
  readonly judgements: readonly Judgement[]
}

/** What the record says that the schedule does not. */
export interface RecordScheduleOptions {
  /** The user's module that has the algorithm; null if it is in the catalogue, which is the default. */
  readonly module?: string | null
  /** The rule by which identifiers were assigned, on which claims may depend. Default: given. */
  readonly identifiers?: string
  /** The processor that throws in what comes after the schedule, and what; null, the default, if none does. */
  readonly failing?: { readonly processor: number; readonly reason: string } | null
}

/**
 * A timed schedule as a recorded execution, after the checker of recorded executions has carried it out. It ends where
 * it first violates a safety property.
 */
export function recordSchedule(
  algorithm: AnyAlgorithm,
  given: ComputedInstance,
  { events, wakeTimes }: TimedSchedule,
  { module = null, identifiers = 'given', failing = null }: RecordScheduleOptions = {},
): RecordedSchedule {
  const { network } = given
  const instance = given.with({ wakeTimes })
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
  const lines = [writer.header(neighborLists(network))]
  const safety = new Safety(algorithm, 'every')
  let violation = safety.begin(checker.replica)
  for (const event of events) {
    if (violation !== null) break
    const problem = checker.event(event)
    if (problem !== null) throw new ModelError(`comp(${event.processor}) at ${event.time}: ${problem}`)
    lines.push(writer.event(event))
    const { processor, time } = event
    const offence = checker.use?.checks.offence ?? null
    const where = `after comp(${processor}) at ${time}`
    violation = safety.after(processor, time) ?? (offence && { kind: 'violated', ...offence, where })
  }
  const checked = checkedExecution(checker)
  const execution: Execution =
    violation !== null
      ? { ...checked, outcome: violation }
      : failing === null
        ? checked
        : { ...checked, outcome: { kind: 'failed', event: 'after the last event', ...failing } }
  const judgements = judge(algorithm, setting, execution)
  const { outcome } = execution
  const detail =
    outcome.kind === 'violated'
      ? `${outcome.property}: ${outcome.reason}${outcome.where === undefined ? '' : `, ${outcome.where}`}`
      : failing && `p_${failing.processor}: ${failing.reason}`
  lines.push(writer.end(endOf(execution, judgements, checker.events, detail)))
  return { lines, instance, execution, judgements }
}
