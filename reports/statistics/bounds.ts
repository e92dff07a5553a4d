import { type Measure, parseFormula } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/cell/manifest.ts'
import type { Row } from '../../experiments/cell/row.ts'
import { remembered } from '../remembered.ts'
import { isChecked, shows, told, verdictOn } from './row-claims.ts'

/** A claim from above, and its value for one run. */
export interface Bound {
  readonly claim: ClaimData
  readonly value: number
}

/** Whether a claim says of every execution that it costs no more than this. */
export const isUpper = (claim: ClaimData): boolean => isChecked(claim) && claim.kind !== 'at least'

/**
 * The smallest of the bounds from above that apply to a run, as far as their values are known; null if none is. Claims
 * of a very value count: they are bounds, too.
 */
export function tightestBound(row: Row, measure: Measure, claims: readonly ClaimData[]): Bound | null {
  let tightest: Bound | null = null
  for (const claim of claims) {
    if (claim.measure !== measure || !isUpper(claim) || verdictOn(row, claim) === null) continue
    const value = claimedValue(row, claim)
    if (value !== null && (tightest === null || value < tightest.value)) tightest = { claim, value }
  }
  return tightest
}

/**
 * The value of a claim for a run: what the row shows, or else what its formula gives; null where it depends on
 * something that rows do not tell, such as a quantity of the claim's own.
 */
export function claimedValue(row: Row, claim: ClaimData): number | null {
  if (shows(row, claim)) return told(row, claim.measure, 'claimed')
  if (Object.keys(claim.where).length > 0) return null
  const value = formulaOf(claim).evaluate((name) => quantity(row, name) ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}

/** The standard quantities of formulas, as far as a row tells them. */
function quantity(row: Row, name: string): number | null {
  if (name === 'n') return row.n
  if (name === 'm') return row.m
  if (name === 'D') return row.diameter
  if (name === 'ecc' || name === 'h') return row.root_eccentricity
  // All wake by themselves at time 0, or nothing is said of who wakes and when.
  if (row.wakeup !== 'all') return null
  return name === 'k' ? row.n : name === 'w' ? 0 : null
}

/** Each claim's formula is read once. */
const formulaOf = remembered(({ formula }: ClaimData) => parseFormula(formula))
