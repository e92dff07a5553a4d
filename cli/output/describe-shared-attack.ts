import pc from 'picocolors'
import {
  type AnySharedAlgorithm,
  formulaOf,
  type LargestCost,
  type RecordedSharedAttack,
  type SharedAttackResult,
  type SharedJudgement,
} from '../../engine/index.ts'
import { entry } from './entry.ts'
import { largestCost, numberText } from './shared-entries.ts'
import { sameAgain, strategyTable } from './strategy-table.ts'

/** What a search on shared memory has found, and where it was written. */
interface ToldSharedAttack {
  readonly algorithm: AnySharedAlgorithm
  readonly n: number
  readonly found: SharedAttackResult
  /** What each seed has come to. */
  readonly searches: readonly SharedAttackResult[]
  readonly recorded: RecordedSharedAttack
  /** The most over all interleavings; null if that is not known. */
  readonly exact: LargestCost | null
  readonly file: string | null
  readonly seed: number
}

/** For machines. */
export function sharedAttackJson({
  n,
  found,
  searches,
  recorded,
  exact,
  file,
  seed,
}: ToldSharedAttack): object {
  const { best, violation, schedule, calls: _, ...told } = found
  const claim = claimFor(found, recorded)
  return {
    best: violation === null ? best : null,
    violation: violation && { property: violation.property, reason: violation.reason },
    claim: claim && {
      kind: claim.claim.kind,
      formula: claim.claim.formula,
      value: claim.bound,
      ratio: best / claim.bound,
    },
    exact: exact && { kind: exact.kind, value: exact.kind === 'bounded' ? exact.value : null },
    execution: { file, outcome: recorded.end.outcome, steps: schedule.length },
    evidence: 'searched',
    ...{ n, seed },
    searches: searches.map(({ runs, best, violation }, i) => ({
      seed: seed + i,
      runs,
      best: violation === null ? best : null,
    })),
    ...told,
  }
}

/** For people. */
export function describeSharedAttack(told: ToldSharedAttack): string {
  const { found, searches, seed } = told
  const { runs, strategies } = found
  const lines = [
    ...summary(told),
    '',
    ...strategyTable(strategies),
    '',
    `  ${sameAgain(runs, seed, searches.length)}`,
  ]
  return `${lines.join('\n')}\n`
}

function summary({ algorithm, n, found, searches, recorded, exact, file }: ToldSharedAttack): string[] {
  const { objective, best, violation, strategy, run, runs, rule, schedule, unfinished, reason } = found
  const what = violation === null ? `the most ${objective} found` : 'a violation'
  const claim = claimFor(found, recorded)
  const broken = recorded.judgements.filter(({ verdict }) => verdict === 'violated')
  const value =
    violation === null
      ? `at least ${numberText(best)}`
      : pc.red(`violated ${violation.property}: ${violation.reason}`)
  const bests = searches.map(({ best }) => best).sort((a, b) => a - b)
  return [
    pc.bold(`${algorithm.name}: ${what} on ${n} processors`),
    entry('searched', `${value}, by ${strategy} in run ${run} of ${runs}, scheduler ${rule}`),
    exact === null ? [] : entry('exact', `${largestCost(exact, n)}, over all interleavings`),
    claim === null ? [] : entry('claim', `${claimText(claim)}: ratio ${(best / claim.bound).toFixed(3)}`),
    violation !== null || bests.length === 1
      ? []
      : entry('spread', `${bests[0]} to ${bests.at(-1)}, from ${bests.length} seeds of ${runs} runs`),
    entry(
      'execution',
      `${numberText(schedule.length)} steps; ${file === null ? 'write it with --record FILE' : `written to ${file}`}`,
    ),
    broken.map((judged) =>
      entry('claim', `${pc.red('violated')}: ${judged.measure} ${judged.measured}, ${claimText(judged)}`),
    ),
    unfinished === 0 ? [] : entry('did not end', `${unfinished} of ${runs} runs: ${reason}`),
  ].flat(2)
}

/** The tightest bound from above of what was searched for; null if there is none, or something worse was found. */
function claimFor(
  { objective, violation }: SharedAttackResult,
  { judgements }: RecordedSharedAttack,
): SharedJudgement | null {
  const above = judgements
    .filter(
      ({ measure, claim, bound }) =>
        measure === objective && claim.kind === 'at most' && Number.isFinite(bound),
    )
    .sort((a, b) => a.bound - b.bound)
  return violation === null ? (above[0] ?? null) : null
}

function claimText({ claim, bound }: SharedJudgement): string {
  const { text } = formulaOf(claim.formula)
  return `${claim.kind} ${text === String(bound) ? text : `${text} = ${bound}`}`
}
