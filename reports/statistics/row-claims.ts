import type { Measure, Verdict } from '../../engine/index.ts'
import { type ClaimData, claimName } from '../../experiments/cell/manifest.ts'
import type { Row, Value } from '../../experiments/cell/row.ts'
import { remembered } from '../remembered.ts'

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
  const read = <What extends keyof Shown>(what: What) => told(row, measure, what)
  return {
    measured: read('measured'),
    claimed: read('claimed'),
    verdict: read('verdict'),
    theorem: read('theorem'),
    also: read('also'),
    expected: read('expected'),
  }
}

/** One thing that a row says of a measure; all of them take longer to read where there are thousands of rows. */
export function told<What extends keyof Shown>(row: Row, measure: Measure, what: What): Shown[What] {
  const column = columnsOf(measure)[what]
  const value: Value | undefined =
    column in row ? row[column as Exclude<keyof Row, 'extra'>] : row.extra[column]
  return (value ?? null) as Shown[What]
}

type Columns = Readonly<Record<keyof Shown, string>>

const columns = new Map<Measure, Columns>()

/** How the columns about a measure are called. */
function columnsOf(measure: Measure): Columns {
  let names = columns.get(measure)
  if (names === undefined) {
    const measured = measure.replace(':', '_')
    const column = (ending: string) => `${measured}_${ending}`
    names = {
      measured,
      claimed: column('claim'),
      verdict: column('verdict'),
      theorem: column('theorem'),
      also: column('also'),
      expected: column('expected'),
    }
    columns.set(measure, names)
  }
  return names
}

/** Whether this is the claim about its measure whose value the row shows. */
export const shows = (row: Row, claim: ClaimData): boolean =>
  (row.extra[columnsOf(claim.measure).theorem] ?? null) === nameOf(claim)

/** What the run says of a claim; null if the claim did not apply to it. */
export function verdictOn(row: Row, claim: ClaimData): Verdict | null {
  if (shows(row, claim)) return told(row, claim.measure, 'verdict')
  const also = row.extra[columnsOf(claim.measure).also]
  return typeof also === 'string' ? verdictAmong(also, claim) : null
}

const nameOf = remembered((claim: ClaimData) => claimName(claim))

/** What is known of each claim by the list that a row has; thousands of rows have the same. */
const listed = remembered((_: ClaimData) => new Map<string, Verdict | null>())

/** The verdict on a claim among those that a row lists. */
function verdictAmong(also: string, claim: ClaimData): Verdict | null {
  const known = listed(claim)
  let verdict = known.get(also)
  if (verdict === undefined) {
    const name = nameOf(claim)
    verdict = verdicts.find((one) => `; ${also}; `.includes(`; ${name}: ${one}; `)) ?? null
    known.set(also, verdict)
  }
  return verdict
}

const verdicts = ['held', 'violated', 'not checked'] as const

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
