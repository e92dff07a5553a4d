import pc from 'picocolors'
import {
  brokenGuarantee,
  formalShared,
  formulaOf,
  judgeExploredClaims,
  type Lasso,
  type SharedExploration,
  type SharedMemoryAlgorithm,
} from '../../engine/index.ts'
import { describeSharedStep } from './describe-shared-step.ts'
import { explored, largestCost, lookedAt, numberText } from './shared-entries.ts'

/** What an exploration of shared memory has found. */
interface ToldSharedExploration {
  readonly algorithm: SharedMemoryAlgorithm
  readonly n: number
  /** Of each processor; infinite if it makes as many passages as it likes. */
  readonly passages: number
  /** Whether steps were left out that commute with others. */
  readonly reduce: boolean
  readonly found: SharedExploration
  /** Where an execution was written; null if nowhere. */
  readonly file: string | null
}

/** For machines. */
export function sharedExplorationJson({
  algorithm,
  n,
  passages,
  reduce,
  found,
}: ToldSharedExploration): object {
  return {
    algorithm: algorithm.name,
    n,
    passages: Number.isFinite(passages) ? passages : null,
    ...(reduce && { reduce }),
    ...found,
    broken: brokenGuarantee(algorithm, found),
    claims: judgeExploredClaims(algorithm, n, found).map(({ measured, ...judged }) => ({
      ...judged,
      measured: Number.isFinite(measured) ? measured : null,
    })),
  }
}

/** For people. */
export function describeSharedExploration(told: ToldSharedExploration): string {
  const { algorithm, n, passages, reduce, found, file } = told
  const { states, transitions, complete, statesWithCaches, extremes } = found
  const each = Number.isFinite(passages) ? `${passages} passages each` : 'any number of passages each'
  const lines = [
    pc.bold(`${algorithm.name}: all interleavings of ${n} processors, ${each}`),
    lookedAt(states, transitions, reduce),
    statesWithCaches === null ? '' : explored('with caches', numberText(statesWithCaches)),
    complete || found.violation !== null
      ? ''
      : explored('', pc.yellow('there are more; --states allows them, and --passages leaves fewer')),
    ...guarantees(told),
    ...Object.entries(extremes).map(([measure, cost]) => explored(measure, largestCost(cost, n))),
    ...judgeExploredClaims(algorithm, n, found).map(({ measure, claim, bound, measured, verdict }) =>
      explored(
        'claim',
        `${measure} at most ${formulaOf(claim.formula).text} = ${numberText(bound)}: ${
          verdict === 'held'
            ? pc.green(measured === bound ? 'held, and reached' : 'held')
            : pc.red('violated')
        }`,
      ),
    ),
    file === null ? '' : explored('recorded in', file),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function guarantees({ algorithm, n, passages, found }: ToldSharedExploration): string[] {
  const { violation, deadlock, lockout, complete } = found
  const stepsOf = (schedule: readonly number[]) => steps(algorithm, n, passages, schedule)
  if (violation !== null)
    return [
      explored(violation.property, pc.red(`violated: ${violation.reason}`)),
      ...stepsOf(violation.property === 'failed' ? violation.schedule.slice(0, -1) : violation.schedule),
    ]
  if (!complete) return []
  const forEver = (name: string, lasso: Lasso | null, who: string, promised: boolean) =>
    lasso === null
      ? [explored(name, pc.green('never'))]
      : [
          explored(name, `${promised ? pc.red(who) : who}; the last ${lasso.cycle.length} steps for ever:`),
          ...stepsOf([...lasso.stem, ...lasso.cycle]),
        ]
  return [
    explored('mutual exclusion', pc.green('always')),
    ...forEver('deadlock', deadlock, 'nobody ever enters', algorithm.guarantees !== 'mutual exclusion'),
    ...forEver(
      'lockout',
      lockout,
      `p_${lockout?.processor} tries for ever`,
      algorithm.guarantees === 'no lockout',
    ),
  ]
}

function steps(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  passages: number,
  schedule: readonly number[],
): string[] {
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  const result = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  const { configurations, steps } = result.kind === 'execution' ? result.execution : result.prefix
  return steps.map((step, index) => describeSharedStep(index + 1, step, configurations[0]!.variables))
}
