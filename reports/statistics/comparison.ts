import type { Interval, Measure } from '../../engine/index.ts'
import type { Row } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import { remembered } from '../remembered.ts'
import { bootstrapMean } from './bootstrap.ts'
import { type Group, type GroupKey, groupColumns, type Results } from './groups.ts'
import { measuredOf } from './row-claims.ts'

/** Two algorithms on the same instances: networks, sizes, identifiers, whatever the seed decides. */
export interface Comparison {
  /** What the runs have in common; `algorithm` is the one that the other is compared with. */
  readonly key: GroupKey
  /** The name of the other. */
  readonly other: string
  readonly measure: Measure
  /** Instances on which both came to their end. */
  readonly pairs: number
  /** On how many of them the other costs less, the same, more. */
  readonly wins: number
  readonly ties: number
  readonly losses: number
  /** The geometric mean of (cost of the other) / (cost of the first); null if only one of them is 0 somewhere. */
  readonly ratio: number | null
  /** Its 95% bootstrap interval; null for fewer than five pairs. */
  readonly interval: Interval | null
  /** What the interval allows to say; null if there is none. */
  readonly verdict: ComparisonVerdict | null
}

/** Whether the other costs less or more; `undecided` if the interval of the ratio contains 1. */
export type ComparisonVerdict = 'less' | 'more' | 'equal' | 'undecided'

const settingColumns = groupColumns.filter((column) => column !== 'algorithm')

/**
 * Every pair of algorithms that ran on the same instances, in each setting and at each size, in order of appearance of
 * the settings. A replicate has the same seed for all algorithms, so that they meet the same network with the same
 * identifiers; the ratio of their costs is taken there, instance by instance, before anything is averaged.
 */
export const comparisons = remembered(compareAll)

function compareAll(results: Results): readonly Comparison[] {
  return comparedBy(results, ['messages', 'time'])
}

/** The same pairs for one cost, whichever it is. */
export const comparisonsOf = (results: Results, measure: Measure): readonly Comparison[] =>
  measure === 'messages' || measure === 'time'
    ? comparisons(results).filter((one) => one.measure === measure)
    : comparedBy(results, [measure])

function comparedBy({ manifest, groups }: Results, measures: readonly Measure[]): readonly Comparison[] {
  const bySetting = groupBy(groups, ({ key }) =>
    JSON.stringify([...settingColumns.map((column) => key[column]), key.weights, key.clocks, key.workload]),
  )
  return [...bySetting.values()].flatMap((members) =>
    members.flatMap((first, i) =>
      members
        .slice(i + 1)
        .flatMap((other) =>
          measures.flatMap((measure) => compare(first, other, measure, manifest.experiment.seed) ?? []),
        ),
    ),
  )
}

function compare(first: Group, other: Group, measure: Measure, seed: number): Comparison | null {
  const pairs = pairsOf(first, other, measure)
  if (pairs.length === 0) return null
  const sides = pairs.map(([a, b]) => side(a, b))
  const count = (sign: number) => sides.filter((one) => one === sign).length
  const logs = pairs.map(([a, b], i) => (sides[i] === 0 ? 0 : Math.log(b / a)))
  const ratio = logs.every(Number.isFinite) ? Math.exp(logs.reduce((a, b) => a + b) / logs.length) : null
  const mean = ratio === null ? null : bootstrapMean(logs, seed)
  const interval = mean && { low: Math.exp(mean.low), high: Math.exp(mean.high) }
  return {
    key: first.key,
    other: other.key.algorithm,
    measure,
    pairs: pairs.length,
    wins: count(-1),
    ties: count(0),
    losses: count(1),
    ratio,
    interval,
    verdict: interval && verdictOf(interval),
  }
}

/** The costs of both on the instances that both finished. */
function pairsOf(first: Group, other: Group, measure: Measure): [number, number][] {
  const instance = ({ replicate, seed }: Row) => `${replicate} ${seed}`
  const costs = new Map(first.complete.map((row) => [instance(row), measuredOf(row, measure)]))
  return other.complete.flatMap((row): [number, number][] => {
    const a = costs.get(instance(row)) ?? null
    const b = measuredOf(row, measure)
    return a === null || b === null ? [] : [[a, b]]
  })
}

/** −1 if the second is less, 1 if it is more; 0 if they differ by no more than the rounding of sums. */
function side(a: number, b: number): -1 | 0 | 1 {
  if (Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))) return 0
  return b < a ? -1 : 1
}

function verdictOf({ low, high }: Interval): ComparisonVerdict {
  if (low === 1 && high === 1) return 'equal'
  if (high < 1) return 'less'
  return low > 1 ? 'more' : 'undecided'
}
