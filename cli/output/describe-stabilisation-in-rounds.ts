import pc from 'picocolors'
import type { StabilisationCourse } from '../../engine/index.ts'
import type { FinishedStabilisation } from '../../experiments/index.ts'
import { entry } from './entry.ts'

/** An exploration from arbitrary states, and where an execution was written. */
interface ToldStabilisation {
  readonly finished: FinishedStabilisation
  readonly file: string | null
}

/** For machines. */
export function stabilisationJson({ finished, file }: ToldStabilisation): object {
  const { subject, found, judgements } = finished
  return {
    algorithm: subject.algorithm.name,
    n: subject.instance.network.n,
    f: subject.instance.f,
    faults: subject.model.spec,
    ...(subject.setting.beyond !== undefined && { beyond: subject.setting.beyond }),
    ...found,
    claims: judgements.map(({ measure, claim, bound, measured, verdict }) => ({
      ...{ measure, kind: claim.kind, formula: claim.formula, bound, measured, verdict },
    })),
    execution: file,
  }
}

/** For people. */
export function describeStabilisation({ finished, file }: ToldStabilisation): string {
  const { subject, setup, found } = finished
  const { algorithm, instance, model, setting } = subject
  const lies = model.most === 0 ? '' : `, all lies of up to ${model.most}, told that f = ${instance.f}`
  const lines = [
    pc.bold(`${algorithm.name}: ${instance.network.n} processors from all initial states${lies}`),
    entry('over', `all executions in rounds; ${setup.cell.topology}`),
    ...(setting.beyond === undefined ? [] : [entry('beyond', setting.beyond)]),
    ...verdictOn(finished),
    entry(
      found.exhausted ? 'exhausted' : pc.yellow('not exhausted'),
      `${number(found.beginnings)} initial configurations, ${number(found.configurations)} configurations`,
    ),
    ...(file === null ? [] : [entry('execution', `written to ${file}`)]),
  ]
  return `${lines.join('\n')}\n`
}

function verdictOn({ found, judgements }: FinishedStabilisation): string[] {
  const { rounds, slowest, flaw, exhausted } = found
  if (flaw !== null)
    return [
      entry(
        'stabilises',
        flaw.kind === 'never'
          ? pc.red(`never: round after round it goes on as from round ${flaw.from} on`)
          : pc.red(`but does not stay so: ${flaw.reason}`),
      ),
      ...describeCourse(flaw),
    ]
  return [
    entry(
      'stabilises',
      exhausted
        ? `after ${rounds === 1 ? '1 round' : `${rounds} rounds`} at the latest`
        : `not before round ${rounds} in some execution`,
    ),
    ...judgements.map(({ measure, claim, bound, verdict }) => {
      const value = claim.formula === String(bound) ? claim.formula : `${claim.formula} = ${bound}`
      return entry(
        'claim',
        `${measure} ${claim.kind} ${value}: ${verdict === 'held' ? 'held' : pc.red('violated')}`,
      )
    }),
    ...(slowest === null ? [] : describeCourse(slowest)),
  ]
}

/** The states of all, round after round, as far as a screen has room. */
function describeCourse({ states }: StabilisationCourse): string[] {
  const lines = states.map((all, round) =>
    entry(
      `after round ${round}`,
      all.map((state, p) => `p_${p} ${state === null ? 'lies' : stateText(state)}`).join('; '),
    ),
  )
  return lines.length <= roundsMax ? lines : [...lines.slice(0, roundsMax), entry('…', '')]
}

const roundsMax = 12

/** A state by its fields, one alone by its value. */
function stateText(state: object): string {
  const fields = Object.entries(state).map(([name, value]) => [name, JSON.stringify(value)] as const)
  return fields.length === 1 ? fields[0]![1] : fields.map(([name, value]) => `${name} ${value}`).join(', ')
}

const number = (value: number): string => value.toLocaleString('en')
