import type { Measure } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import { conditionHolds } from './conditions.ts'
import { evaluateOn, isComplete, shown } from './shown-claim.ts'

/** A run and what is claimed of the mean of runs like it. */
interface Expectation {
  readonly measured: number
  readonly claimed: number
}

/** The first claim about a mean that is known to apply to all the rows; null if there is none. */
export function meanClaim(
  rows: readonly Row[],
  measure: Measure,
  claims: readonly ClaimData[],
): ClaimData | null {
  const about = claims.filter((claim) => claim.measure === measure && claim.kind === 'expected')
  return about.find((claim) => rows.every((row) => claimedMean(claim, row) !== null)) ?? null
}

/**
 * What a claim says of the mean of runs like this one; null if it does not apply or cannot be told. Rows show a claim
 * that single runs can be held to rather than this one, so it is evaluated anew.
 */
export function claimedMean(claim: ClaimData, row: Row): number | null {
  if (conditionHolds(claim.when, row) !== true) return null
  return evaluateOn(row, claim.formula)
}

/** The runs that came to their end, each with the mean that is claimed. */
export function expectations(rows: readonly Row[], claim: ClaimData): Expectation[] {
  return rows.filter(isComplete).flatMap((row) => {
    const { measured } = shown(row, claim.measure)
    const claimed = claimedMean(claim, row)
    return measured === null || claimed === null ? [] : [{ measured, claimed }]
  })
}
