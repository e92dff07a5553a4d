import { isAboutMean } from '../../engine/index.ts'
import type { AlgorithmData, ClaimData, Row } from '../../experiments/cell/index.ts'
import { distinct } from '../group-by.ts'
import { remembered } from '../remembered.ts'
import { isUnlikely, missOf } from '../statistics/chance.ts'
import type { Group, Results } from '../statistics/groups.ts'
import { isChecked, measuredOf, verdictOn } from '../statistics/row-claims.ts'
import { type Extreme, meanVerdict, nearest } from '../statistics/verdict.ts'
import { type ClaimGrowth, growthVerdictOn } from './claim-growth.ts'

/** What all runs and worst cases of a sweep say about one claim. */
export interface ClaimVerdict {
  readonly algorithm: AlgorithmData
  readonly claim: ClaimData
  /**
   * `held` and `violated` are about what every execution must keep to, `consistent` and `inconsistent` about a mean or a
   * growth; a growth may also be `undecided`. A claim is `not tested` if no run could be held to it.
   */
  readonly verdict: 'held' | 'violated' | 'consistent' | 'inconsistent' | 'undecided' | 'not tested'
  /** All runs and worst cases of the algorithm. */
  readonly rows: readonly Row[]
  /** How many of them it applied to. */
  readonly applied: number
  /** Those that could be judged. */
  readonly judged: readonly Row[]
  /** Why the others could not be, each reason once. */
  readonly reasons: readonly string[]
  /** How many of them kept it. */
  readonly held: number
  readonly violations: readonly Row[]
  /** The run nearest to breaking it, or farthest beyond it; null for what is no bound. */
  readonly extreme: Extreme | null
  /** For a claimed mean: the samples whose interval contains it, and those whose interval does not. */
  readonly consistent: number
  readonly inconsistent: number
  /** For a claimed growth: what the costs of the settings say. */
  readonly growth: ClaimGrowth | null
}

/** A verdict on every claim of every algorithm, in their order. */
export const claimVerdicts = remembered(judgeAll)

function judgeAll(results: Results): readonly ClaimVerdict[] {
  const { manifest, groups, rows: all } = results
  return manifest.algorithms.flatMap((algorithm) => {
    const rows = all.filter((row) => row.algorithm === algorithm.name)
    const own = groups.filter(({ key }) => key.algorithm === algorithm.name)
    return algorithm.claims.map((claim) => ({
      algorithm,
      claim,
      rows,
      ...(isAboutMean(claim) ? judgeMean(claim, rows, own) : judgeRuns(claim, rows)),
      ...(claim.kind === 'order' ? judgeGrowth(claim, rows, results) : null),
    }))
  })
}

type Judgement = Omit<ClaimVerdict, 'algorithm' | 'claim' | 'rows'>

function judgeRuns(claim: ClaimData, rows: readonly Row[]): Judgement {
  const applied = rows.flatMap((row) => {
    const found = verdictOn(row, claim)
    return found === undefined ? [] : [{ row, verdict: found.verdict, reason: found.reason }]
  })
  const judged = applied.filter(({ verdict }) => verdict !== 'not checked')
  const violations = judged.filter(({ verdict }) => verdict === 'violated').map(({ row }) => row)
  return {
    verdict: violations.length > 0 ? 'violated' : judged.length > 0 ? 'held' : 'not tested',
    applied: applied.length,
    judged: judged.map(({ row }) => row),
    reasons: distinct(applied.flatMap(({ reason }) => reason ?? [])),
    held: judged.length - violations.length,
    violations,
    extreme: isChecked(claim)
      ? nearest(
          judged.map(({ row }) => row),
          claim,
        )
      : null,
    consistent: 0,
    inconsistent: 0,
    growth: null,
  }
}

/** By how the costs of its settings grow, where it applies to any run. */
function judgeGrowth(
  claim: ClaimData,
  rows: readonly Row[],
  results: Results,
): Pick<ClaimVerdict, 'verdict' | 'growth'> {
  if (rows.every((row) => verdictOn(row, claim) === undefined)) return { verdict: 'not tested', growth: null }
  const growth = growthVerdictOn(claim, results)
  return { verdict: growth.verdict, growth }
}

/** By the intervals of groups: one in twenty misses by chance, so that only more of them than chance explains tell. */
function judgeMean(claim: ClaimData, rows: readonly Row[], groups: readonly Group[]): Judgement {
  const shares = groups.map((group) => group.rows.filter((row) => verdictOn(row, claim) !== undefined))
  const verdicts = withoutRepetitions(shares, claim).map((share) => meanVerdict(share, claim))
  const inconsistent = verdicts.filter((verdict) => verdict === 'inconsistent').length
  const consistent = verdicts.filter((verdict) => verdict === 'consistent').length
  const tested = consistent + inconsistent
  return {
    verdict:
      tested === 0
        ? 'not tested'
        : isUnlikely(inconsistent, tested, missOf(claim))
          ? 'inconsistent'
          : 'consistent',
    applied: rows.filter((row) => verdictOn(row, claim) !== undefined).length,
    judged: [],
    reasons: [],
    held: 0,
    violations: [],
    extreme: null,
    consistent,
    inconsistent,
    growth: null,
  }
}

/**
 * Groups on the same instances whose costs do not depend on what tells them apart, such as messages that no delay
 * changes, are the same sample again and would count one miss several times.
 */
function withoutRepetitions(shares: readonly (readonly Row[])[], { measure }: ClaimData): (readonly Row[])[] {
  const samples = new Map<string, readonly Row[]>()
  for (const share of shares)
    samples.set(
      JSON.stringify(share.map((row) => [row.topology, row.n, row.seed, measuredOf(row, measure)])),
      share,
    )
  return [...samples.values()]
}
