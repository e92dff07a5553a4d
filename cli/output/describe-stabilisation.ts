import pc from 'picocolors'
import {
  formulaOf,
  type StabilisingExecution,
  type StabilisingExploration,
  type StabilisingJudgement,
  type StabilisingSystem,
  type StabilisingWitness,
} from '../../engine/index.ts'
import { entry } from './entry.ts'
import { numberText } from './shared-entries.ts'

interface Told {
  readonly system: StabilisingSystem
  readonly daemon: string
  readonly judgements: readonly StabilisingJudgement[]
  /** Where an execution was written; null if nowhere. */
  readonly file: string | null
}

interface ToldExploration extends Told {
  readonly found: StabilisingExploration
}

/** For machines. */
export function stabilisationJson({ system, daemon, found, judgements }: ToldExploration): object {
  const { algorithm, neighbors, k } = system
  return { algorithm: algorithm.name, n: neighbors.length, k, daemon, ...found, claims: judgements }
}

/** What all executions come to, for people. */
export function describeStabilisation({ system, daemon, found, judgements, file }: ToldExploration): string {
  const { algorithm, neighbors, k } = system
  const { configurations, legitimate, transitions, diverges, leaves, most } = found
  const lines = [
    pc.bold(
      `${algorithm.name}: all executions of ${neighbors.length} processors with ${k} states each, ${daemon} daemon`,
    ),
    entry('configurations', `${numberText(configurations)}, ${numberText(legitimate)} of them legitimate`),
    entry('steps', `${numberText(transitions)} from those that are not`),
    diverges === null
      ? entry('convergence', pc.green('always'))
      : entry('convergence', pc.red(`not from ${diverges.initially.join(' ')}: ${never(diverges)}`)),
    ...(diverges === null ? [] : steps(diverges)),
    leaves === null
      ? entry('closure', diverges === null ? pc.green('always') : 'not broken as far as was looked')
      : entry(
          'closure',
          pc.red(`${leaves.initially.join(' ')} is legitimate, and the next configuration is not`),
        ),
    ...(most === null
      ? []
      : [
          entry(
            'most steps',
            `${numberText(most.steps.value)}, from ${most.steps.witness.initially.join(' ')}`,
          ),
          entry(
            'most moves',
            `${numberText(most.moves.value)}, from ${most.moves.witness.initially.join(' ')}`,
          ),
        ]),
    ...judgements.map(claim),
    file === null ? '' : entry('recorded in', file),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

const never = ({ schedule }: StabilisingWitness): string =>
  schedule.length === 0 ? 'nobody is privileged' : 'these steps can be repeated for ever'

const steps = ({ schedule }: StabilisingWitness): string[] =>
  schedule.map((movers, i) => entry('', `${i + 1}  ${movers.map((p) => `p_${p}`).join(' ')}`))

const claim = ({ measure, claim, bound, measured, verdict }: StabilisingJudgement): string =>
  entry(
    'claim',
    `${measure} ${claim.kind} ${formulaOf(claim.formula).text} = ${numberText(bound)}: ${
      verdict === 'violated'
        ? pc.red('violated')
        : pc.green(measured === bound ? 'held, and reached' : 'held')
    }`,
  )

/** One run, for people. */
export function describeStabilisingRun({
  system,
  daemon,
  found,
  judgements,
  seed,
  file,
}: Told & { readonly found: StabilisingExecution; readonly seed: number }): string {
  const { outcome, steps, moves } = found
  const words = {
    stabilised: pc.green('a legitimate configuration'),
    stuck: pc.red('nobody is privileged, in a configuration that is not legitimate'),
    budget: pc.yellow(`not finished after ${numberText(steps)} steps`),
  }
  const lines = [
    pc.bold(
      `${system.algorithm.name}: one run of ${system.neighbors.length} processors, ${daemon} daemon, seed ${seed}`,
    ),
    entry('in the end', words[outcome]),
    entry('steps', `${numberText(steps)}, with ${numberText(moves)} moves`),
    ...judgements.map(claim),
    file === null ? '' : entry('recorded in', file),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}
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
      exhausted ? `after ${rounds} rounds at the latest` : `not before round ${rounds} in some execution`,
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
