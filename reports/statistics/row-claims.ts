import { columnOf, isAboutMean, type Measure, measureParts } from '../../engine/index.ts'
import {
  type ClaimData,
  type Manifest,
  type Row,
  type RunVerdict,
  shownVerdict,
} from '../../experiments/cell/index.ts'

/** The measures whose claims have columns in every table. */
export type ShownMeasure = 'messages' | 'time'

/** The costs that are followed in an experiment, that which its question is about last. */
export const measuresOf = ({ measure }: Manifest['experiment']): readonly Measure[] => [
  ...new Set<Measure>(['messages', 'time', measure ?? 'messages']),
]

/** What a run cost; null where that was not measured. */
export function measuredOf(row: Row, measure: Measure): number | null {
  if (measure === 'messages' || measure === 'time' || measure === 'bits') return row[measure]
  // Most other measures have a column of their own.
  const value = row.extra[columnOf(measure)] ?? sumOfTypes(row, measure)
  return typeof value === 'number' ? value : (shownOf(row, measure)?.measured ?? null)
}

/** The messages of several types together; null where some are not counted. */
function sumOfTypes({ extra }: Row, measure: Measure): number | null {
  const parts = measureParts(measure)
  if (parts?.kind !== 'types' || parts.types.length < 2) return null
  const counts = parts.types.map((type) => extra[`messages_${type}`])
  return counts.every((count) => typeof count === 'number') ? counts.reduce((a, b) => a + b, 0) : null
}

/** What the run says of a claim; undefined if the claim did not apply to it. */
export function verdictOn({ verdicts }: Row, { id }: ClaimData): RunVerdict | undefined {
  return verdicts.find(({ claim }) => claim === id)
}

/** What the run says of the claim about a measure that stands for all of them; undefined if none applied to it. */
export const shownOf = ({ verdicts }: Row, measure: Measure): RunVerdict | undefined =>
  shownVerdict(verdicts, measure)

/** Whether this is the claim about its measure that the row shows. */
export const shows = (row: Row, claim: ClaimData): boolean => shownOf(row, claim.measure)?.claim === claim.id

/** The claim that a row shows, among those of its algorithm. */
export function shownClaimOf(
  row: Row,
  measure: Measure,
  claims: readonly ClaimData[],
): ClaimData | undefined {
  const shown = shownOf(row, measure)
  return shown && claims.find(({ id }) => id === shown.claim)
}

/** The claim about the mean of runs like this one; null if there is none. */
export function meanClaim(row: Row, measure: Measure, claims: readonly ClaimData[]): ClaimData | null {
  const about = claims.filter((claim) => claim.measure === measure && isAboutMean(claim))
  return about.find((claim) => verdictOn(row, claim) !== undefined) ?? null
}

/** Whether every single run is held to the claim; the others are about a mean or a growth. */
export function isChecked({ kind }: ClaimData): boolean {
  return kind === 'exactly' || kind === 'at most' || kind === 'at least'
}

/** Whether the execution came to its end as it should: not cut short, no property failed. */
export function isComplete({ outcome }: Row): boolean {
  return outcome === 'terminated' || outcome === 'quiescent'
}
