import pc from 'picocolors'
import {
  brokenPromise,
  formalShared,
  formulaOf,
  judgeExploredClaims,
  type Lasso,
  type ObjectExploration,
  operationNames,
  type SharedObject,
  type usualCalls,
  valueText,
} from '../../engine/index.ts'
import { describeSharedStep } from './describe-shared-step.ts'
import { historyColumns } from './history-columns.ts'
import { explored, largestCost, lookedAt, numberText } from './shared-entries.ts'

/** What an exploration of an object has found. */
interface ToldObjectExploration {
  readonly object: SharedObject
  readonly n: number
  readonly calls: ReturnType<typeof usualCalls>
  readonly repeats: boolean
  /** Whether steps were left out that commute with others. */
  readonly reduce: boolean
  readonly found: ObjectExploration
  /** Where an execution was written; null if nowhere. */
  readonly file: string | null
}

/** For machines. */
export function objectExplorationJson({
  object,
  n,
  calls,
  repeats,
  reduce,
  found,
}: ToldObjectExploration): object {
  const names = operationNames(object)
  return {
    algorithm: object.name,
    n,
    calls: calls.map((own) =>
      own.map(({ operation, argument }) => ({ operation: names[operation], argument })),
    ),
    repeats,
    ...(reduce && { reduce }),
    ...found,
    broken: brokenPromise(object, found),
    claims: judgeExploredClaims(object, n, found).map(({ measured, ...judged }) => ({
      ...judged,
      measured: Number.isFinite(measured) ? measured : null,
    })),
  }
}

/** For people. */
export function describeObjectExploration(told: ToldObjectExploration): string {
  const { object, n, calls, repeats, reduce, found, file } = told
  const { states, transitions, complete, statesWithHistories, statesWithCaches, extremes } = found
  const lines = [
    pc.bold(`${object.name}: all interleavings of ${n} processors${repeats ? ', which ask for ever' : ''}`),
    ...calls.map((own, p) => explored(`p_${p}`, own.length === 0 ? 'nothing' : asked(object, own))),
    lookedAt(states, transitions, reduce),
    statesWithHistories === null ? '' : explored('with histories', numberText(statesWithHistories)),
    statesWithCaches === null ? '' : explored('with caches', numberText(statesWithCaches)),
    complete || found.violation !== null
      ? ''
      : explored(
          '',
          pc.yellow('there are more; --states allows them, and a smaller --workload leaves fewer'),
        ),
    ...promises(told),
    ...Object.entries(extremes).map(([measure, cost]) => explored(measure, largestCost(cost, n))),
    ...judgeExploredClaims(object, n, found).map(({ measure, claim, bound, measured, verdict }) => {
      const held = pc.green(measured === bound ? 'held, and reached' : 'held')
      const word = verdict === 'held' ? held : pc.red('violated')
      const { text } = formulaOf(claim.formula)
      return explored('claim', `${measure} at most ${text} = ${numberText(bound)}: ${word}`)
    }),
    file === null ? '' : explored('recorded in', file),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

const asked = (object: SharedObject, calls: ToldObjectExploration['calls'][number]): string => {
  const names = operationNames(object)
  return calls
    .map(({ operation, argument }) =>
      argument === null ? names[operation]! : `${names[operation]}(${valueText(argument)})`,
    )
    .join(', ')
}

function promises(told: ToldObjectExploration): string[] {
  const { object, found } = told
  const { violation, blocked, unending, complete } = found
  if (violation !== null) {
    const isFault = violation.property === 'failed'
    const schedule = isFault ? violation.schedule.slice(0, -1) : violation.schedule
    const part = violation.fault?.part ?? violation.history ?? []
    return [
      explored(violation.property, pc.red(`violated: ${violation.reason}`)),
      ...(part.length === 0
        ? []
        : ['', ...historyColumns(part).map((line) => `      ${line}`.trimEnd()), '']),
      ...steps(told, schedule),
    ]
  }
  if (!complete) return []
  const ends = object.progress === 'wait-free'
  return [
    explored(object.guarantees, pc.green('always')),
    ...forEver(
      told,
      'lock-free',
      blocked,
      'steps are taken and no operation ends',
      object.progress !== 'blocking',
    ),
    ...forEver(
      told,
      'wait-free',
      unending,
      `p_${unending?.processor} takes steps and its operation never ends`,
      ends,
    ),
  ]
}

function forEver(
  told: ToldObjectExploration,
  name: string,
  lasso: Lasso | null,
  what: string,
  promised: boolean,
): string[] {
  if (lasso === null)
    return [
      explored(
        name,
        pc.green(
          told.found.byChance
            ? 'with probability 1'
            : told.repeats
              ? 'always'
              : 'always, with so many operations',
        ),
      ),
    ]
  const sentence = `no: ${what}; the last ${lasso.cycle.length} steps for ever:`
  return [
    explored(name, promised ? pc.red(sentence) : sentence),
    ...steps(told, [...lasso.stem, ...lasso.cycle]),
  ]
}

function steps({ object, n, calls, repeats }: ToldObjectExploration, schedule: readonly number[]): string[] {
  const passages = calls.map(({ length }) => (repeats ? Number.POSITIVE_INFINITY : length))
  const initial = formalShared.initialSharedConfiguration({ algorithm: object, n, passages, calls })
  const result = formalShared.sharedExec(initial, schedule)
  const { configurations, steps } = result.kind === 'execution' ? result.execution : result.prefix
  return steps.map((step, index) => describeSharedStep(index + 1, step, configurations[0]!.variables))
}
