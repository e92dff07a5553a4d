import type { Measure } from '../../engine/index.ts'
import {
  type ClaimData,
  type Manifest,
  type OptionalDimension,
  optionalDimensions,
  type Row,
} from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import { remembered } from '../remembered.ts'
import {
  isComplete,
  meanClaim,
  measuredOf,
  type ShownMeasure,
  shownClaimOf,
  shownOf,
  shows,
  verdictOn,
} from './row-claims.ts'
import { seen } from './seen.ts'

export { isComplete } from './row-claims.ts'

/** What the runs of one group share: everything but the replicate and the seed, and the weights and the workload where there are some. */
export const groupColumns = [
  'experiment',
  'algorithm',
  'timing',
  'topology',
  'n',
  'delay',
  'wakeup',
  'faults',
  'inputs',
] as const

/** Those of the dimensions that not every table has which one of these has. */
export const optionalIn = (keys: readonly Partial<Pick<Row, OptionalDimension>>[]): OptionalDimension[] =>
  optionalDimensions.filter((name) => keys.some((key) => key[name] !== undefined))

/** The columns of a table, with those of further dimensions behind the inputs. */
export const withOptional = (columns: readonly string[], optional: readonly OptionalDimension[]): string[] =>
  columns.flatMap((column) => (column === 'inputs' ? [column, ...optional] : [column]))

/** What a row or a key says of these dimensions. */
export const optionalOf = (
  key: Partial<Pick<Row, OptionalDimension>>,
): Partial<Pick<Row, OptionalDimension>> =>
  Object.fromEntries(optionalIn([key]).map((name) => [name, key[name]]))

/** The point of the sweep that the rows of a group share. */
export type GroupKey = Pick<Row, (typeof groupColumns)[number] | OptionalDimension>

/** A claim about each cost, null where there is none; absent for costs that no claim of the algorithm is about. */
type ByMeasure = Readonly<Record<ShownMeasure, ClaimData | null>> &
  Readonly<Partial<Record<Measure, ClaimData | null>>>

/** The independent repetitions of one point of the sweep. */
export interface Group {
  readonly key: GroupKey
  readonly rows: readonly Row[]
  /** The runs that came to their end; only these have a cost to speak of. */
  readonly complete: readonly Row[]
  /** The claims that its rows show. A run that violates a claim may show another one than its siblings do. */
  readonly claims: ByMeasure
  /** What is claimed of the mean of its runs. */
  readonly means: ByMeasure
}

/** What a results folder holds, in memory. */
export interface Results {
  readonly manifest: Manifest
  readonly rows: readonly Row[]
  /** The place of each row in runs.csv, counted from 1. */
  readonly numbers: ReadonlyMap<Row, number>
  /** Of the runs that are sampled. A largest cost that was searched for is no sample, and never among them. */
  readonly groups: readonly Group[]
  /** The rows whose costs are the largest that were found, or that there are. */
  readonly worstCases: readonly Row[]
}

/** Puts the sampled rows into groups, in order of first appearance. Their texts are as they can be shown. */
export function analyse(given: readonly Row[], givenManifest: Manifest): Results {
  const [rows, manifest] = [given.map(seen), seen(givenManifest)]
  const claimsOf = new Map(manifest.algorithms.map(({ name, claims }) => [name, claims]))
  const isSampled = ({ evidence }: Row) => evidence === 'sampled'
  const byKey = groupBy(rows.filter(isSampled), (row) =>
    JSON.stringify([...groupColumns.map((column) => row[column]), row.weights, row.clocks, row.workload]),
  )
  const groups = [...byKey.values()].map((members): Group => {
    const key = keyOf(members[0]!)
    const claims = claimsOf.get(key.algorithm) ?? []
    return {
      key,
      rows: members,
      complete: members.filter(isComplete),
      claims: byMeasure(claims, (measure) => shownClaim(members, measure, claims)),
      means: byMeasure(claims, (measure) => meanClaim(members[0]!, measure, claims)),
    }
  })
  return {
    manifest,
    rows,
    numbers: new Map(rows.map((row, i) => [row, i + 1])),
    groups,
    worstCases: rows.filter((row) => !isSampled(row)),
  }
}

function keyOf(row: Row): GroupKey {
  const key = Object.fromEntries(groupColumns.map((column) => [column, row[column]])) as GroupKey
  return { ...key, ...optionalOf(row) }
}

/** For each cost that the claims are about. */
function byMeasure(claims: readonly ClaimData[], find: (measure: Measure) => ClaimData | null): ByMeasure {
  const measures = new Set<Measure>(['messages', 'time', ...claims.map(({ measure }) => measure)])
  return Object.fromEntries([...measures].map((measure) => [measure, find(measure)])) as ByMeasure
}

/** The claim whose value the rows show: what the first says that violates none, or else the first. */
function shownClaim(rows: readonly Row[], measure: Measure, claims: readonly ClaimData[]): ClaimData | null {
  const keeps = (row: Row) => ![undefined, 'violated'].includes(shownOf(row, measure)?.verdict)
  return shownClaimOf(rows.find(keeps) ?? rows[0]!, measure, claims) ?? null
}

/** The values of the claim that the group shows. */
export function claimedValues({ rows, claims }: Group, measure: Measure): number[] {
  const claim = claims[measure] ?? null
  if (claim === null) return []
  return rows.filter((row) => shows(row, claim)).flatMap((row) => verdictOn(row, claim)!.bound ?? [])
}

/** The claimed means of runs like those of the group. */
export function expectedValues({ rows, means }: Group, measure: Measure): number[] {
  const claim = means[measure] ?? null
  return claim === null ? [] : rows.flatMap((row) => verdictOn(row, claim)?.bound ?? [])
}

const measuredIn = remembered((_: readonly Row[]) => new Map<Measure, readonly number[]>())

/** The measured values that are there. They are read once for all that shows them. */
export function valuesOf(rows: readonly Row[], measure: Measure): readonly number[] {
  const known = measuredIn(rows)
  let values = known.get(measure)
  if (values === undefined) {
    values = rows.map((row) => measuredOf(row, measure)).filter((value) => value !== null)
    known.set(measure, values)
  }
  return values
}
