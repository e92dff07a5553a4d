import { type Formula, type Measure, parseFormula } from '../../engine/index.ts'
import type { ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import { conditionHolds } from './conditions.ts'

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
 * text; of several claims about one measure it is the first whose condition, value and kind agree with all of them.
 * What rows do not tell, such as a quantity of the algorithm's own, agrees with everything. Rows that violate
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
  const fits = (claim: ClaimData) => deciding.every((row) => canBeShown(claim, row))
  return candidates.find(fits) ?? candidates[0] ?? null
}

/** Whether a row can be showing this claim: its condition, its value and the row's verdict agree with it. */
function canBeShown(claim: ClaimData, row: Row): boolean {
  const { measured, claimed, verdict } = shown(row, claim.measure)
  if (claimed === null || conditionHolds(claim.when, row) === false) return false
  const value = evaluateOn(row, claim.formula)
  if (value !== null && !close(value, claimed)) return false
  // A run that was cut short has a verdict of its own.
  if (verdict === 'not checked' || measured === null) return !isChecked(claim) || !isComplete(row)
  return isChecked(claim) && keeps(claim.kind, measured, claimed) === (verdict === 'held')
}

function keeps(kind: ClaimData['kind'], measured: number, claimed: number): boolean {
  if (close(measured, claimed)) return true
  return kind === 'at most' ? measured < claimed : kind === 'at least' && measured > claimed
}

/** Whether every single run is held to the claim; the others are about a mean or a growth. */
export function isChecked({ kind }: ClaimData): boolean {
  return kind === 'exactly' || kind === 'at most' || kind === 'at least'
}

const formulas = new Map<string, Formula>()

const values = new Map<string, number | null>()

/** The value of a formula in n, m, D, ecc, h, k and w, or null if it needs what a row does not hold. */
export function evaluateOn(row: Row, formula: string): number | null {
  const known = quantitiesOf(row)
  const key = JSON.stringify([formula, ...Object.values(known)])
  let value = values.get(key)
  if (value === undefined) values.set(key, (value = evaluate(formula, known)))
  return value
}

type Known = Readonly<Record<string, number | null>>

function evaluate(formula: string, known: Known): number | null {
  let parsed = formulas.get(formula)
  if (parsed === undefined) formulas.set(formula, (parsed = parseFormula(formula)))
  if (parsed.variables.some((name) => (known[name] ?? null) === null)) return null
  return parsed.evaluate((name) => known[name]!)
}

function quantitiesOf({ n, m, diameter, root_eccentricity, wakeup }: Row): Known {
  const everyone = wakeup === 'all'
  const oneOrAll = everyone || wakeup === 'root'
  return {
    n,
    m,
    D: diameter,
    ecc: root_eccentricity,
    h: root_eccentricity,
    k: everyone ? n : oneOrAll ? 1 : null,
    w: oneOrAll ? 0 : null,
  }
}

/** Whether the execution came to its end as it should: not cut short, no property failed. */
export function isComplete({ outcome }: Row): boolean {
  return outcome === 'terminated' || outcome === 'quiescent'
}

/** Equal up to the rounding of sums. */
export function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
