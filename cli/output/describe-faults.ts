import pc from 'picocolors'
import type { FaultModel, JudgedClaim } from '../../engine/index.ts'
import type { FinishedFaults } from '../../experiments/index.ts'
import { describeScript } from './describe-script.ts'
import { entry } from './entry.ts'

/** An exploration of faults, and where an execution was written. */
interface ToldFaults {
  readonly finished: FinishedFaults
  readonly file: string | null
}

/** For machines. */
export function faultsJson({ finished: { subject, found, broken }, file }: ToldFaults): object {
  const { executions, configurations, exhausted, messages, rounds, marks, claims } = found
  return {
    algorithm: subject.algorithm.name,
    n: subject.instance.network.n,
    f: subject.instance.f,
    faults: subject.model.spec,
    ...(subject.setting.beyond !== undefined && { beyond: subject.setting.beyond }),
    safe: broken.length === 0 && exhausted,
    ...{ executions, configurations, exhausted, messages, rounds, marks, claims },
    violations: broken,
    execution: file,
  }
}

/** For people. */
export function describeFaults({ finished, file }: ToldFaults): string {
  const { subject, setup, found } = finished
  const { algorithm, instance, model, setting } = subject
  const { n } = instance.network
  const { messages, rounds, marks, exhausted } = found
  const least = exhausted ? '' : 'at least '
  const lines = [
    pc.bold(`${algorithm.name}: ${modelWords(model)} of ${n} processors, told that f = ${instance.f}`),
    entry(
      'over',
      `all of these, ${setup.inputs === 'all' ? 'with all inputs of zeros and ones' : `inputs ${setup.cell.inputs}`}; ${setup.cell.topology}`,
    ),
    ...(setting.beyond === undefined ? [] : [entry('beyond', setting.beyond)]),
    entry(
      'messages',
      exhausted
        ? `from ${number(messages.min)} to ${number(messages.max)}`
        : `${least}${number(messages.max)}`,
    ),
    entry('rounds', exhausted ? `up to ${rounds}` : `${least}${rounds}`),
    ...Object.entries(marks).map(([mark, { min, max }]) =>
      entry(mark, min === max ? `in round ${max}` : `in rounds ${min} to ${max}`),
    ),
    ...found.claims.filter(({ verdict }) => verdict !== 'not checked').map(describeClaim),
    ...verdictOn(finished),
    entry(
      exhausted ? 'exhausted' : pc.yellow('not exhausted'),
      `${number(found.executions)} executions, ${number(found.configurations)} configurations${found.symmetric ? ', processors being interchangeable' : ''}`,
    ),
    ...(file === null ? [] : [entry('execution', `written to ${file}`)]),
  ]
  return `${lines.join('\n')}\n`
}

/** What is broken, and by what; or that nothing is. */
export function verdictOn({
  subject: { algorithm },
  found,
  broken,
}: Pick<FinishedFaults, 'subject' | 'broken'> & {
  readonly found: { readonly exhausted: boolean }
}): string[] {
  if (broken.length > 0)
    return broken.flatMap(({ property, reason, script }) => [
      entry('', `${pc.red(`violated ${property}`)}: ${reason}`),
      ...describeScript(script).map((line) => entry('', `  ${line}`)),
    ])
  const names = Object.keys(algorithm.properties ?? {})
  const held = found.exhausted ? 'held in every execution' : 'held as far as explored'
  return names.length === 0 ? [] : [entry('properties', `${names.join(', ')}: ${held}`)]
}

/** What is chosen: “all crashes of up to 2”. */
export function modelWords({ kind, most, omits }: FaultModel): string {
  const what = {
    crash: 'all crashes',
    omission: `all omissions in ${omits === 'general' ? 'sending and receiving' : `${omits === 'send' ? 'send' : 'receiv'}ing`}`,
    byzantine: 'all lies',
  }[kind]
  return `${what} of up to ${most}`
}

function describeClaim({ measure, kind, formula, bound, measured, verdict }: JudgedClaim): string {
  const value = formula === String(bound) ? formula : `${formula} = ${number(bound)}`
  const held = verdict === 'held' ? 'held' : pc.red(`violated by ${number(measured)}`)
  return entry('claim', `${measure} ${kind} ${value}: ${held}`)
}

/** Beyond 2^53 numbers are not exact any more. */
export const number = (value: number): string =>
  Number.isSafeInteger(value) ? value.toLocaleString('en') : `about ${value.toPrecision(3)}`
