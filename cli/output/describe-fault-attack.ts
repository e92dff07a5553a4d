import pc from 'picocolors'
import type { RecordedSchedule } from '../../engine/index.ts'
import type { FinishedFaultAttack } from '../../experiments/index.ts'
import { describeScript } from './describe-script.ts'
import { entry } from './entry.ts'

/** A search for faults, the execution that it found, and where that was written. */
interface ToldFaultAttack {
  readonly finished: FinishedFaultAttack
  readonly recorded: RecordedSchedule
  readonly file: string | null
}

/** For machines. */
export function faultAttackJson({ finished, recorded, file }: ToldFaultAttack): object {
  const { subject, setup, found, broken } = finished
  const { messages, time } = recorded.execution.measures
  return {
    algorithm: subject.algorithm.name,
    n: subject.instance.network.n,
    f: subject.instance.f,
    faults: subject.model.spec,
    ...(subject.setting.beyond !== undefined && { beyond: subject.setting.beyond }),
    objective: setup.objective ?? 'violation',
    timing: subject.timing,
    best: found.value,
    ...(found.endless !== null && { endless: found.endless }),
    violated: broken && { property: broken.property, reason: broken.reason },
    script: broken?.script ?? found.script,
    ...{ messages, rounds: time, runs: found.runs, run: found.run, execution: file },
  }
}

/** For people. */
export function describeFaultAttack({ finished, recorded, file }: ToldFaultAttack): string {
  const { subject, setup, found, broken } = finished
  const { algorithm, instance, model, setting } = subject
  const what = setup.objective ?? 'violation'
  const { messages, time } = recorded.execution.measures
  const script = broken?.script ?? found.script
  const inRounds = subject.timing === 'synchronous'
  const lines = [
    pc.bold(
      `${algorithm.name}: a search for ${model.spec} on ${instance.network.n} processors, told that f = ${instance.f}`,
    ),
    ...(setting.beyond === undefined ? [] : [entry('beyond', setting.beyond)]),
    broken === null
      ? entry(what, found.value === null ? 'none was found' : `at least ${found.value.toLocaleString('en')}`)
      : entry('violation', `${pc.red(`violated ${broken.property}`)}: ${broken.reason}`),
    ...(found.endless === null ? [] : [entry('no end', found.endless)]),
    ...(broken === null && found.value === null && found.endless === null
      ? []
      : describeScript(script).map((line) => entry('', `  ${line}`))),
    entry(
      'costs',
      `${messages.toLocaleString('en')} messages, ${inRounds ? `${time} rounds` : `${Number(time.toPrecision(6))} ${time === 1 ? 'unit' : 'units'} of time`}`,
    ),
    entry(
      'searched',
      `${found.runs.toLocaleString('en')} ${inRounds ? 'executions in rounds' : 'asynchronous executions'}, seed ${setup.seed}; this was number ${found.run.toLocaleString('en')}`,
    ),
    entry(
      'chosen',
      [
        'who fails, when and how',
        ...(inRounds ? [] : ['how long messages take']),
        ...(script.coins === undefined ? [] : ['coins']),
        ...(setup.inputs === 'chosen' ? ['inputs'] : []),
      ].join('; '),
    ),
    ...(file === null ? [] : [entry('execution', `written to ${file}`)]),
  ]
  return `${lines.join('\n')}\n`
}
