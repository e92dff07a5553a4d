import pc from 'picocolors'
import {
  formulaOf,
  type StabilisingExecution,
  type StabilisingExploration,
  type StabilisingJudgement,
  type StabilisingMoment,
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

/** A configuration and the step that led to it, in one line: “  2  p_1: 3 → 0   0 0 1; privileged: p_2”. */
export function describeMoment({ number, moved, states, privileged, legitimate }: StabilisingMoment): string {
  const moves = moved.map(([p, from]) => `p_${p}: ${from} → ${states[p]}`).join(', ') || 'at the beginning'
  const who = privileged.length === 0 ? 'nobody' : privileged.map((p) => `p_${p}`).join(' ')
  const end = legitimate ? `; ${pc.green('legitimate')}` : ''
  return `${String(number).padStart(5)}  ${moves.padEnd(24)}  ${states.join(' ')}; privileged: ${who}${end}`
}

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
