import { parseFormula } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'

/** The measures whose first applicable claim stands in every row. */
export type ShownMeasure = 'messages' | 'time'

/**
 * The claim whose value the rows of one group show. A row holds the value of the first claim that applies to it, not
 * its text; of several claims about one measure it is the first that a verdict of this kind can come from and whose
 * formula gives these values. A formula of quantities that rows do not hold agrees with everything.
 */
export function shownClaim(
  rows: readonly Row[],
  measure: ShownMeasure,
  claims: readonly ClaimData[],
): ClaimData | null {
  const shown = rows.filter((row) => row[`${measure}_claim`] !== null)
  if (shown.length === 0) return null
  const candidates = claims.filter((claim) => claim.measure === measure)
  const checked = shown.some((row) => row[`${measure}_verdict`] !== 'not checked')
  const fitting = candidates.filter((claim) => !checked || isChecked(claim))
  const agrees = (claim: ClaimData) =>
    shown.every((row) => {
      const value = evaluateOn(row, claim.formula)
      return value === null || close(value, row[`${measure}_claim`]!)
    })
  return fitting.find(agrees) ?? fitting[0] ?? candidates[0] ?? null
}

/** Whether every single run is held to the claim; the others are about a mean or a growth. */
export function isChecked({ kind }: ClaimData): boolean {
  return kind === 'exactly' || kind === 'at most' || kind === 'at least'
}

/** The value of a formula in n, m, D, ecc and h, or null if it needs what a row does not hold. */
export function evaluateOn(row: Row, formula: string): number | null {
  const known: Readonly<Record<string, number | null>> = {
    n: row.n,
    m: row.m,
    D: row.diameter,
    ecc: row.root_eccentricity,
    h: row.root_eccentricity,
  }
  const parsed = parseFormula(formula)
  if (parsed.variables.some((name) => (known[name] ?? null) === null)) return null
  return parsed.evaluate((name) => known[name]!)
}

/** Equal up to the rounding of sums. */
export function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
