import type { Measure, Verdict } from '../../engine/index.ts'
import { type ClaimData, claimName } from '../../experiments/manifest.ts'
import type { Row, Value } from '../../experiments/row.ts'

/** The measures whose claims have columns in every table. */
export type ShownMeasure = 'messages' | 'time'

/** What a row holds of one measure. */
export interface Shown {
  readonly measured: number | null
  /** The value of the claim that the row shows. */
  readonly claimed: number | null
  readonly verdict: Verdict | null
  /** The name of that claim. */
  readonly theorem: string | null
  /** The other claims that applied, with their verdicts. */
  readonly also: string | null
  /** What is claimed of the mean of runs like this one. */
  readonly expected: number | null
}

/** What a row says of a measure. */
export function shown(row: Row, measure: Measure): Shown {
  const name = measure.replace(':', '_')
  const read = (column: string) =>
    (column in row ? row[column as keyof Row] : row.extra[column]) as Value | undefined
  const number = (column: string) => (read(column) ?? null) as number | null
  const text = (column: string) => (read(column) ?? null) as string | null
  return {
    measured: number(name),
    claimed: number(`${name}_claim`),
    verdict: text(`${name}_verdict`) as Verdict | null,
    theorem: text(`${name}_theorem`),
    also: text(`${name}_also`),
    expected: number(`${name}_expected`),
  }
}

/** Whether this is the claim about its measure whose value the row shows. */
export const shows = (row: Row, claim: ClaimData): boolean =>
  shown(row, claim.measure).theorem === claimName(claim)

/** What the run says of a claim; null if the claim did not apply to it. */
export function verdictOn(row: Row, claim: ClaimData): Verdict | null {
  const { theorem, verdict, also } = shown(row, claim.measure)
  const name = claimName(claim)
  if (theorem === name) return verdict
  const verdicts = ['held', 'violated', 'not checked'] as const
  return verdicts.find((one) => `; ${also}; `.includes(`; ${name}: ${one}; `)) ?? null
}

/** The claim about the mean of runs like this one, of which the row holds the value; null if there is none. */
export function meanClaim(row: Row, measure: Measure, claims: readonly ClaimData[]): ClaimData | null {
  const about = claims.filter((claim) => claim.measure === measure && claim.kind === 'expected')
  return about.find((claim) => verdictOn(row, claim) !== null) ?? null
}

/** Whether every single run is held to the claim; the others are about a mean or a growth. */
export function isChecked({ kind }: ClaimData): boolean {
  return kind === 'exactly' || kind === 'at most' || kind === 'at least'
}

/** Whether the execution came to its end as it should: not cut short, no property failed. */
export function isComplete({ outcome }: Row): boolean {
  return outcome === 'terminated' || outcome === 'quiescent'
}
