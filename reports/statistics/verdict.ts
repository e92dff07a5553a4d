import type { Measure } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import { describe } from './describe.ts'
import { expectations } from './mean-claim.ts'
import { close, shown } from './shown-claim.ts'

/**
 * What the runs of one group say about a claim. `held` and `violated` speak of every run that was held to it.
 * A claim about a mean is never violated by a run: it is `consistent` if the 95% confidence interval of the mean
 * contains it. A claim about growth cannot be judged at one size.
 */
export type GroupVerdict = 'held' | 'violated' | 'consistent' | 'inconsistent' | 'not checked'

/** How often single runs kept or broke a claim. */
export interface Tally {
  readonly runs: number
  readonly held: number
  readonly violated: number
}

export function tally(rows: readonly Row[], measure: Measure): Tally {
  const count = (verdict: Row['messages_verdict']) =>
    rows.filter((row) => shown(row, measure).verdict === verdict).length
  return { runs: rows.length, held: count('held'), violated: count('violated') }
}

export function groupVerdict(
  rows: readonly Row[],
  measure: Measure,
  claim: ClaimData | null,
): GroupVerdict | null {
  if (claim === null) return null
  if (claim.kind === 'expected') return meanVerdict(rows, claim)
  const { held, violated } = tally(rows, measure)
  if (violated > 0) return 'violated'
  return held > 0 ? 'held' : 'not checked'
}

/** The claimed mean may differ between replicates, so what is judged is the mean of measured − claimed. */
function meanVerdict(rows: readonly Row[], claim: ClaimData): GroupVerdict {
  const differences = expectations(rows, claim).map(({ measured, claimed }) => measured - claimed)
  const interval = describe(differences)?.interval ?? null
  if (interval === null) return 'not checked'
  const contained = interval.low <= 0 && interval.high >= 0
  return contained || close(interval.low, 0) || close(interval.high, 0) ? 'consistent' : 'inconsistent'
}

/** The run that comes nearest to its bound or exceeds it most: the largest measured/claimed. */
export interface Extreme {
  readonly row: Row
  readonly ratio: number
}

/** `claimedOf` gives the bound of a row; by default the one that it shows. */
export function extreme(
  rows: readonly Row[],
  measure: Measure,
  claimedOf: (row: Row) => number | null = (row) => shown(row, measure).claimed,
): Extreme | null {
  let largest: Extreme | null = null
  for (const row of rows) {
    const { measured } = shown(row, measure)
    const claimed = claimedOf(row)
    if (measured === null || claimed === null || claimed <= 0) continue
    const ratio = measured / claimed
    if (largest === null || ratio > largest.ratio) largest = { row, ratio }
  }
  return largest
}
