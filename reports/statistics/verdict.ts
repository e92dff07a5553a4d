import { isAboutMean, type Measure, type Verdict } from '../../engine/index.ts'
import type { ClaimData, Row } from '../../experiments/cell/index.ts'
import { claimedValue } from './bounds.ts'
import { describe } from './describe.ts'
import { isComplete, measuredOf, shownOf, verdictOn } from './row-claims.ts'

/**
 * What the runs of one group say about a claim. `held` and `violated` speak of every run that was held to it.
 * A claim about a mean is never violated by a run: it is `consistent` if the 95% confidence interval of the mean
 * contains it, and one from above if the interval does not lie above it. A claim about growth cannot be judged at one size.
 */
export type GroupVerdict = Verdict | 'consistent' | 'inconsistent'

/** How often single runs kept or broke the claims that they show. */
export interface Tally {
  readonly runs: number
  readonly held: number
  readonly violated: number
}

/** How many rows were held to a claim about a measure, and how many kept it. */
export function tally(rows: readonly Row[], measure: Measure): Tally {
  const count = (verdict: Verdict) => rows.filter((row) => shownOf(row, measure)?.verdict === verdict).length
  return { runs: rows.length, held: count('held'), violated: count('violated') }
}

/** `claim` is the one that the rows show. */
export function groupVerdict(
  rows: readonly Row[],
  measure: Measure,
  claim: ClaimData | null,
): GroupVerdict | null {
  if (claim === null) return null
  if (isAboutMean(claim)) return meanVerdict(rows, claim)
  const { held, violated } = tally(rows, measure)
  if (violated > 0) return 'violated'
  return held > 0 ? 'held' : 'not checked'
}

/** The claimed mean may differ between replicates, so what is judged is the mean of measured − claimed. */
export function meanVerdict(rows: readonly Row[], claim: ClaimData): GroupVerdict {
  const expectedOf = (row: Row) => verdictOn(row, claim)?.bound ?? null
  const differences = rows.filter(isComplete).flatMap((row) => {
    const measured = measuredOf(row, claim.measure)
    const expected = expectedOf(row)
    return measured === null || expected === null ? [] : [measured - expected]
  })
  const interval = describe(differences)?.interval ?? null
  if (interval === null) return 'not checked'
  // Where costs do not vary, what is left of the difference is the rounding of sums.
  const slack = 1e-9 * Math.max(1, expectedOf(rows[0]!) ?? 0)
  const reached = claim.kind === 'expected at most' || interval.high >= -slack
  return interval.low <= slack && reached ? 'consistent' : 'inconsistent'
}

/** The run that comes nearest to its bound or exceeds it most: the largest measured/claimed. */
export interface Extreme {
  readonly row: Row
  readonly ratio: number
}

/** The row that comes nearest to its claim, or breaks it the most; null if none was held to one. */
export function extreme(rows: readonly Row[], measure: Measure): Extreme | null {
  return farthest(
    rows,
    (row) => shownOf(row, measure)?.bound ?? null,
    measure,
    (ratio) => ratio,
  )
}

/**
 * The run that comes nearest to breaking a claim, or breaks it most: that of the largest measured/claimed for a bound
 * from above, of the smallest for one from below, of the one farthest from 1 for an exact value.
 */
export function nearest(rows: readonly Row[], claim: ClaimData): Extreme | null {
  const badness = {
    'at most': (ratio: number) => ratio,
    'at least': (ratio: number) => -ratio,
    exactly: (ratio: number) => Math.abs(ratio - 1),
  }[claim.kind as 'at most' | 'at least' | 'exactly']
  return farthest(rows, (row) => claimedValue(row, claim), claim.measure, badness)
}

function farthest(
  rows: readonly Row[],
  claimedOf: (row: Row) => number | null,
  measure: Measure,
  badness: (ratio: number) => number,
): Extreme | null {
  let worst: Extreme | null = null
  for (const row of rows) {
    const measured = measuredOf(row, measure)
    const claimed = claimedOf(row)
    if (measured === null || claimed === null || claimed <= 0) continue
    const ratio = measured / claimed
    if (worst === null || badness(ratio) > badness(worst.ratio)) worst = { row, ratio }
  }
  return worst
}
