import { isFailure, isViolation, type Row } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import { quantile } from '../statistics/describe.ts'
import { groupColumns, type Results, valuesOf } from '../statistics/groups.ts'
import { isComplete, type ShownMeasure } from '../statistics/row-claims.ts'
import { chanceOf } from './chance.ts'
import { discoveries } from './discoveries.ts'
import { type CostRatio, pairedRatio, unpairedRatio } from './ratio-of-costs.ts'

/** What a point of both sweeps costs before and now. */
export interface CostChange extends CostRatio {
  /** One of its rows; it tells all coordinates but the replicate. */
  readonly at: Row
  readonly measure: ShownMeasure
  /** The medians. */
  readonly before: number
  readonly now: number
  /** Whether it is known from the same instances. */
  readonly paired: boolean
  /**
   * How likely costs differ by so much if they tend to differ by no more than the threshold; null where that is not
   * known, since there is a single run, or where chance has no part, since the cost was searched for or is exact.
   */
  readonly chance: number | null
  /**
   * `rise` or `fall`: by more than the threshold, and beyond chance, with all costs of the comparison in mind;
   * `unclear`: by more than the threshold, which may be chance; `same`: by no more.
   */
  readonly verdict: 'rise' | 'fall' | 'unclear' | 'same'
}

/** How many runs of a point violated a claim or a property, or did not come to their end. */
export interface TroubleChange {
  readonly at: Row
  readonly kind: 'violated' | 'failed'
  readonly before: number
  readonly now: number
}

/** The part of the rises and falls told that may be due to chance, on average. */
const falseDiscoveries = 0.05

/** What changed between two results, point by point. */
export interface Changes {
  /** The points that both have. */
  readonly points: number
  readonly costs: readonly CostChange[]
  /** Only where the numbers differ. */
  readonly troubles: readonly TroubleChange[]
  /** A row of each point that only one of them has. */
  readonly onlyBefore: readonly Row[]
  readonly onlyNow: readonly Row[]
}

/**
 * Compares two results of one experiment, of an algorithm before and after a change for instance. Points are compared
 * by all their coordinates but the experiment's name; runs with the same seed are runs on the same instance, and are
 * compared in pairs. A cost that rises by the factor 1 + `threshold` is a rise.
 */
export function compareResults(before: Results, now: Results, threshold: number): Changes {
  const [older, newer] = [before, now].map(({ rows }) => groupBy(rows, pointOf))
  const shared = [...older!.keys()].filter((point) => newer!.has(point))
  const pairs = shared.map((point) => [older!.get(point)!, newer!.get(point)!] as const)
  const only = (mine: Map<string, Row[]>, others: Map<string, Row[]>) =>
    [...mine].flatMap(([point, rows]) => (others.has(point) ? [] : [rows[0]!]))
  return {
    points: shared.length,
    costs: judged(
      pairs.flatMap(([a, b]) =>
        (['messages', 'time'] as const).flatMap((measure) => costChange(a, b, measure, threshold) ?? []),
      ),
      threshold,
    ),
    troubles: pairs.flatMap(([a, b]) => troubleChanges(a, b)),
    onlyBefore: only(older!, newer!),
    onlyNow: only(newer!, older!),
  }
}

const pointOf = (row: Row): string =>
  JSON.stringify([
    ...groupColumns.slice(1).map((column) => row[column]),
    row.weights,
    row.workload,
    row.evidence,
  ])

type Unjudged = Omit<CostChange, 'verdict'>

function costChange(
  before: readonly Row[],
  now: readonly Row[],
  measure: ShownMeasure,
  threshold: number,
): Unjudged | null {
  const [older, newer] = [before, now].map((rows) =>
    rows.filter((row) => isComplete(row) && row[measure] !== null),
  )
  if (older!.length === 0 || newer!.length === 0) return null
  const bySeed = new Map(newer!.map((row) => [row.seed, row]))
  const common = older!.filter(({ seed }) => bySeed.has(seed))
  const paired = common.length > 0
  const [a, b] = paired ? [common, common.map(({ seed }) => bySeed.get(seed)!)] : [older!, newer!]
  const costs = [valuesOf(a, measure), valuesOf(b, measure)] as const
  return {
    ...(paired ? pairedRatio : unpairedRatio)(...costs),
    at: before[0]!,
    measure,
    before: median(costs[0]),
    now: median(costs[1]),
    paired,
    chance: isSampled(a[0]!) ? chanceOf({ before: costs[0], now: costs[1], paired }, threshold) : null,
  }
}

const isSampled = ({ evidence }: Row): boolean => evidence === 'sampled'

function judged(changes: readonly Unjudged[], threshold: number): CostChange[] {
  const found = discoveries(
    changes.map(({ chance }) => chance),
    falseDiscoveries,
  )
  return changes.map((change, i): CostChange => {
    const { ratio, at } = change
    if (Math.abs(Math.log(ratio)) <= Math.log1p(threshold)) return { ...change, verdict: 'same' }
    if (isSampled(at) && !found[i]) return { ...change, verdict: 'unclear' }
    return { ...change, verdict: ratio > 1 ? 'rise' : 'fall' }
  })
}

function troubleChanges(before: readonly Row[], now: readonly Row[]): TroubleChange[] {
  const kinds = [
    ['violated', isViolation],
    ['failed', isFailure],
  ] as const
  return kinds.flatMap(([kind, is]) => {
    const [a, b] = [before, now].map((rows) => rows.filter(is).length)
    return a === b ? [] : [{ at: before[0]!, kind, before: a!, now: b! }]
  })
}

const median = (values: readonly number[]): number => quantile(values, 0.5)
