import type { Execution, Measures, Outcome } from '../model/index.ts'
import { totalSizes } from '../simulation/machine/message-sizes.ts'
import { findingOf } from '../simulation/machine/safety.ts'
import type { ExecutionChecker } from './check.ts'

/** How an execution ends whose events were all carried out; if something is left to do, only safety is asked for. */
export function outcomeOf(checker: ExecutionChecker): Outcome {
  const { algorithm, replica, unfinished, use } = checker
  checker.faults?.end()
  for (const [property, { kind, check }] of Object.entries(algorithm.properties ?? {})) {
    if (kind === 'liveness' && unfinished !== undefined) continue
    const reason = findingOf(property, check, replica)
    if (reason !== true) return { kind: 'violated', property, reason }
  }
  const offence =
    unfinished === undefined
      ? (use?.checks.end(checker.replica.faulty) ?? null)
      : (use?.checks.offence ?? null)
  if (offence !== null) return { kind: 'violated', ...offence }
  if (unfinished !== undefined) return { kind: 'budget', reason: 'the execution is cut off' }
  if (runningIn(checker) === 0) return { kind: 'terminated' }
  if (!algorithm.terminates) return { kind: 'quiescent' }
  return { kind: 'violated', property: 'termination', reason: 'not every processor has terminated' }
}

/** How many processors have not terminated, of those that neither crashed nor lie. */
function runningIn({ replica, faults }: ExecutionChecker): number {
  const runs = (p: number): boolean => !faults?.isGone(p) && !faults?.isLiar(p)
  return replica.status.filter((one, p) => one !== 'terminated' && runs(p)).length
}

/** What was measured in an execution whose events were all carried out and whose times were divided by `timeUnit`. */
export function measuresOf(
  checker: ExecutionChecker,
  { time, delayMax, timeUnit }: Pick<Measures, 'time' | 'delayMax' | 'timeUnit'>,
): Measures {
  const { algorithm, events, sizes, replica } = checker
  const { messages, messagesByType, sentBy } = checker.traffic
  const { bits = null, bitsMax = null } =
    totalSizes(algorithm, replica.instance, messagesByType, sizes.total) ?? {}
  return {
    messages,
    messagesByType,
    bits,
    bitsMax,
    bitsLoad: sizes.load,
    time,
    marks: checker.marks.times(timeUnit, (processor) => checker.faults?.hasFailed(processor) === true),
    delayMax,
    timeUnit,
    compEvents: events,
    initiators: replica.initiators,
    ...(checker.faults !== null && { faulty: checker.faults.count }),
    sentMax: sentBy.reduce((most, count) => Math.max(most, count), 0),
    ...(checker.use !== null && { operations: checker.use.costs.measures(timeUnit) }),
  }
}

/** The execution of which a checker has carried out all events, with delays of at most 1. */
export function checkedExecution(checker: ExecutionChecker): Execution {
  const { lastProcessed: time, delayMax } = checker.traffic
  const measures = measuresOf(checker, { time, delayMax, timeUnit: 1 })
  return { outcome: outcomeOf(checker), measures, final: checker.replica }
}
