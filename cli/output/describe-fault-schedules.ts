import pc from 'picocolors'
import type { FinishedFaultSchedules } from '../../experiments/index.ts'
import { modelWords, number, verdictOn } from './describe-faults.ts'
import { entry } from './entry.ts'

/** An exploration of faults in all schedules, and where an execution was written. */
interface ToldFaultSchedules {
  readonly finished: FinishedFaultSchedules
  readonly file: string | null
}

/** For machines. */
export function faultSchedulesJson({
  finished: { subject, found, broken },
  file,
}: ToldFaultSchedules): object {
  const { configurations, ends, exhausted, endless, messages } = found
  return {
    algorithm: subject.algorithm.name,
    n: subject.instance.network.n,
    f: subject.instance.f,
    faults: subject.model.spec,
    timing: 'asynchronous',
    ...(subject.setting.beyond !== undefined && { beyond: subject.setting.beyond }),
    safe: broken.length === 0 && exhausted,
    ...{ configurations, ends, exhausted, endless, messages },
    violations: broken,
    execution: file,
  }
}

/** For people. */
export function describeFaultSchedules({ finished, file }: ToldFaultSchedules): string {
  const { subject, setup, found } = finished
  const { algorithm, instance, model, setting } = subject
  const { messages, exhausted, endless, configurations, ends } = found
  const lines = [
    pc.bold(
      `${algorithm.name}: ${modelWords(model)} of ${instance.network.n} processors, told that f = ${instance.f}`,
    ),
    entry(
      'over',
      `all schedules with all of these, ${setup.inputs === 'all' ? 'and all inputs of zeros and ones' : `inputs ${setup.cell.inputs}`}; ${setup.cell.topology}`,
    ),
    ...(setting.beyond === undefined ? [] : [entry('beyond', setting.beyond)]),
    entry(
      'messages',
      exhausted
        ? `from ${number(messages.min)} to ${number(messages.max)}`
        : `at least ${number(messages.max)}`,
    ),
    ...(endless ? [entry('no end', 'some executions go on for ever')] : []),
    ...verdictOn(finished),
    entry(
      exhausted ? 'exhausted' : pc.yellow('not exhausted'),
      `${number(configurations)} configurations, of which ${number(ends)} are final${exhausted ? '' : '; more with --states'}`,
    ),
    ...(file === null ? [] : [entry('execution', `written to ${file}`)]),
  ]
  return `${lines.join('\n')}\n`
}
