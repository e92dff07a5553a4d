import { type Formula, type Measure, parseFormula } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'

/** The measures whose claims have columns in every table. */
export type ShownMeasure = 'messages' | 'time'

/** What a row holds of one measure. */
export interface Shown {
  readonly measured: number | null
  /** The value of the claim that the row shows. */
  readonly claimed: number | null
  readonly verdict: Row['messages_verdict']
}

/** What a row says of a measure: messages and time in columns of their own, the others in extra ones. */
export function shown(row: Row, measure: Measure): Shown {
  if (measure === 'messages' || measure === 'time')
    return { measured: row[measure], claimed: row[`${measure}_claim`], verdict: row[`${measure}_verdict`] }
  const column = measure.replace(':', '_')
  const measured = measure === 'bits' ? row.bits : row.extra[column]
  return {
    measured: (measured ?? null) as number | null,
    claimed: (row.extra[`${column}_claim`] ?? null) as number | null,
    verdict: (row.extra[`${column}_verdict`] ?? null) as Shown['verdict'],
  }
}

/**
 * The claim whose value the rows of one group show. A row holds the value of one claim that applies to it, not its
 * text; of several claims about one measure it is the first that a verdict of this kind can come from and whose
 * formula gives these values. A formula of quantities that rows do not hold agrees with everything. Rows that violate
 * a claim may show another one than their siblings, so they do not decide where there are siblings.
 */
export function shownClaim(
  rows: readonly Row[],
  measure: Measure,
  claims: readonly ClaimData[],
): ClaimData | null {
  const all = rows.filter((row) => shown(row, measure).claimed !== null)
  const kept = all.filter((row) => shown(row, measure).verdict !== 'violated')
  const deciding = kept.length > 0 ? kept : all
  if (deciding.length === 0) return null
  const candidates = claims.filter((claim) => claim.measure === measure)
  const checked = deciding.some((row) => shown(row, measure).verdict !== 'not checked')
  const fitting = candidates.filter((claim) => !checked || isChecked(claim))
  const agrees = (claim: ClaimData) =>
    deciding.every((row) => {
      const value = evaluateOn(row, claim.formula)
      return value === null || close(value, shown(row, measure).claimed!)
    })
  return fitting.find(agrees) ?? fitting[0] ?? candidates[0] ?? null
}

/** Whether every single run is held to the claim; the others are about a mean or a growth. */
export function isChecked({ kind }: ClaimData): boolean {
  return kind === 'exactly' || kind === 'at most' || kind === 'at least'
}

const formulas = new Map<string, Formula>()

/** The value of a formula in n, m, D, ecc and h, or null if it needs what a row does not hold. */
export function evaluateOn(row: Row, formula: string): number | null {
  const known: Readonly<Record<string, number | null>> = {
    n: row.n,
    m: row.m,
    D: row.diameter,
    ecc: row.root_eccentricity,
    h: row.root_eccentricity,
  }
  let parsed = formulas.get(formula)
  if (parsed === undefined) formulas.set(formula, (parsed = parseFormula(formula)))
  if (parsed.variables.some((name) => (known[name] ?? null) === null)) return null
  return parsed.evaluate((name) => known[name]!)
}

/** Equal up to the rounding of sums. */
export function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
