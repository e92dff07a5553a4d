import type { AlgorithmData, ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import { conditionHolds } from './conditions.ts'
import type { Results } from './groups.ts'
import { claimedMean } from './mean-claim.ts'
import { evaluateOn, isChecked, shown, shownClaim } from './shown-claim.ts'
import { type Extreme, extreme, groupVerdict } from './verdict.ts'

/** What all runs of a sweep say about one claim. */
export interface ClaimVerdict {
  readonly algorithm: AlgorithmData
  readonly claim: ClaimData
  /** The runs that it was judged by. */
  readonly rows: readonly Row[]
  readonly violations: readonly Row[]
  /** The run nearest to the bound, or farthest beyond it; null for what is no bound. */
  readonly extreme: Extreme | null
  /** For a claimed mean: the groups whose interval contains it, and those whose interval does not. */
  readonly consistent: number
  readonly inconsistent: number
}

/** A verdict on every claim of every algorithm, in their order. */
export function claimVerdicts({ manifest, groups }: Results): ClaimVerdict[] {
  return manifest.algorithms.flatMap((algorithm) => {
    const own = groups.filter(({ key }) => key.algorithm === algorithm.name)
    return algorithm.claims.map((claim): ClaimVerdict => {
      const shares = own.map(({ rows }) => rowsJudged(claim, rows, algorithm.claims))
      const rows = shares.flat()
      const means =
        claim.kind === 'expected' ? shares.map((share) => groupVerdict(share, claim.measure, claim)) : []
      return {
        algorithm,
        claim,
        rows,
        violations: isChecked(claim)
          ? rows.filter((row) => shown(row, claim.measure).verdict === 'violated')
          : [],
        extreme: shares
          .map((share) => largestRatio(claim, share, algorithm.claims))
          .reduce((a, b) => (a === null || (b !== null && b.ratio > a.ratio) ? b : a), null),
        consistent: means.filter((verdict) => verdict === 'consistent').length,
        inconsistent: means.filter((verdict) => verdict === 'inconsistent').length,
      }
    })
  })
}

/**
 * The rows of a group that are judged by a certain claim: for a claimed mean those to which it applies; else those
 * that show it, and those whose condition it meets and that show another claim held. A violated claim takes
 * precedence in a row, so where one held, all that applied did; and where one is violated, nothing is said of others.
 */
function rowsJudged(claim: ClaimData, rows: readonly Row[], claims: readonly ClaimData[]): Row[] {
  const { measure } = claim
  if (claim.kind === 'expected') return rows.filter((row) => claimedMean(claim, row) !== null)
  const usual = shownClaim(rows, measure, claims)
  return rows.filter((row) => {
    const { claimed, verdict } = shown(row, measure)
    if (claimed === null) return false
    if (verdict === 'violated') return shownClaim([row], measure, claims) === claim
    return (
      usual === claim || (verdict === 'held' && isChecked(claim) && conditionHolds(claim.when, row) === true)
    )
  })
}

/** The largest ratio of measured to claimed; of a claim that rows do not show, as far as they tell its value. */
function largestRatio(claim: ClaimData, rows: readonly Row[], claims: readonly ClaimData[]): Extreme | null {
  if (!isChecked(claim)) return null
  if (shownClaim(rows, claim.measure, claims) === claim) return extreme(rows, claim.measure)
  return extreme(rows, claim.measure, (row) => evaluateOn(row, claim.formula))
}
