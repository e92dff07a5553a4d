import type { Measure } from '../../engine/index.ts'
import type { ClaimData, Row } from '../../experiments/cell/index.ts'
import { isChecked, verdictOn } from './row-claims.ts'

/** A claim from above, and its value for one run. */
interface Bound {
  readonly claim: ClaimData
  readonly value: number
}

/** Whether a claim says of every execution that it costs no more than this. */
export const isUpper = (claim: ClaimData): boolean => isChecked(claim) && claim.kind !== 'at least'

/**
 * The smallest of the bounds from above that apply to a run, as far as their values are known; null if none is. Claims
 * of a very value count: they are bounds, too. Claims with quantities of their own do not: who reads the bound could not
 * tell what it grows like.
 */
export function tightestBound(row: Row, measure: Measure, claims: readonly ClaimData[]): Bound | null {
  let tightest: Bound | null = null
  for (const claim of claims) {
    if (claim.measure !== measure || !isUpper(claim) || Object.keys(claim.where).length > 0) continue
    const value = claimedValue(row, claim)
    if (value !== null && (tightest === null || value < tightest.value)) tightest = { claim, value }
  }
  return tightest
}

/** The value of a claim for a run; null where it does not apply, or depends on something that is not known. */
export const claimedValue = (row: Row, claim: ClaimData): number | null =>
  verdictOn(row, claim)?.bound ?? null
