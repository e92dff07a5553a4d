import { stringify } from 'csv-stringify/sync'
import type { Measure } from '../../engine/index.ts'
import type { OptionalDimension } from '../../experiments/cell/index.ts'
import { type Description, describe } from '../statistics/describe.ts'
import {
  claimedValues,
  expectedValues,
  type Group,
  groupColumns,
  optionalIn,
  type Results,
  valuesOf,
  withOptional,
} from '../statistics/groups.ts'
import { intervalsOf } from '../statistics/intervals.ts'
import { normalised } from '../statistics/normalised.ts'
import { rounded } from '../statistics/rounded.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { swept } from '../statistics/swept-parameters.ts'
import { extreme, groupVerdict, meanVerdict, tally } from '../statistics/verdict.ts'
import { claimText } from '../wording/claim-text.ts'

type Field = string | number | null
type Fields = Readonly<Partial<Record<(typeof further)[number], Field>>>

const statistics: Readonly<Record<string, (d: Description) => number | null>> = {
  mean: (d) => d.mean,
  sd: (d) => d.sd,
  min: (d) => d.min,
  p05: (d) => d.p05,
  q1: (d) => d.q1,
  median: (d) => d.median,
  q3: (d) => d.q3,
  p95: (d) => d.p95,
  max: (d) => d.max,
  ci_low: (d) => d.interval?.low ?? null,
  ci_high: (d) => d.interval?.high ?? null,
}

/** What is said of messages and of time, and not of bits. */
const further = [
  'min_row',
  'max_row',
  'mean_low',
  'mean_high',
  'median_low',
  'median_high',
  'claim',
  'claim_median',
  'verdict',
  'violations',
  'ratio_max',
  'expected',
  'expected_verdict',
  'bound',
  'bound_ratio_median',
  'bound_ratio_max',
] as const

/** The columns of every summary.csv, in order; the parameters that the sweep varies follow. */
export const summaryColumns: readonly string[] = [
  ...groupColumns,
  'count',
  'complete',
  ...(['messages', 'time'] as const).flatMap((measure) =>
    [...Object.keys(statistics), ...further].map((name) => `${measure}_${name}`),
  ),
  ...Object.keys(statistics).map((name) => `bits_${name}`),
]

/** What operations cost, by the name that its columns begin with; there only where some run has it. */
const uses: Readonly<Record<string, Measure>> = {
  messages_per_operation: 'messages_per_operation',
  throughput: 'column:throughput',
  // The mean of these would else be called as the mean of each run is.
  response_largest: 'response',
  response_mean: 'column:response_mean',
  bypass: 'bypass',
  sync_delay: 'sync_delay',
  delivery_largest: 'delivery',
  delivery_mean: 'column:delivery_mean',
}

/** summary.csv: one line per group, in the order of runs.csv. The same rows give the same bytes. */
export function summaryCsv(results: Results): string {
  const optional = optionalIn(results.groups.map(({ key }) => key))
  const { names, of } = swept(results)
  const used = Object.entries(uses).filter(([, measure]) =>
    results.groups.some(({ complete }) => valuesOf(complete, measure).length > 0),
  )
  const header = [
    ...withOptional(summaryColumns, optional),
    ...used.flatMap(([name]) => Object.keys(statistics).map((statistic) => `${name}_${statistic}`)),
    ...names,
  ]
  const lines = results.groups.map((group) => [
    ...summaryLine(results, group, optional),
    ...used.flatMap(([, measure]) => costs(group, measure)),
    ...of(group.key),
  ])
  return stringify([header, ...lines], { record_delimiter: '\n' })
}

function summaryLine(results: Results, group: Group, optional: readonly OptionalDimension[]): Field[] {
  const about = (measure: ShownMeasure): Field[] => {
    const found: Fields = {
      ...extremes(results, group, measure),
      ...bootstrapped(results, group, measure),
      ...claims(group, measure),
      ...normalisation(results, group, measure),
    }
    return [...costs(group, measure), ...further.map((name) => found[name] ?? null)]
  }
  return [
    ...groupColumns.map((column) => group.key[column]),
    ...optional.map((name) => group.key[name] ?? null),
    group.rows.length,
    group.complete.length,
    ...about('messages'),
    ...about('time'),
    ...costs(group, 'bits'),
  ]
}

function costs({ complete }: Group, measure: Measure): Field[] {
  const description = describe(valuesOf(complete, measure))
  return Object.values(statistics).map((read) => (description === null ? null : rounded(read(description))))
}

/** Which runs cost least and most: the first of each in runs.csv. */
function extremes({ numbers }: Results, { complete }: Group, measure: ShownMeasure): Fields {
  const measured = complete.filter((row) => row[measure] !== null)
  if (measured.length === 0) return {}
  const least = measured.reduce((a, b) => (b[measure]! < a[measure]! ? b : a))
  const most = measured.reduce((a, b) => (b[measure]! > a[measure]! ? b : a))
  return { min_row: numbers.get(least)!, max_row: numbers.get(most)! }
}

function bootstrapped({ manifest }: Results, group: Group, measure: ShownMeasure): Fields {
  const { mean, median } = intervalsOf(manifest, group, measure)
  return {
    mean_low: rounded(mean?.low ?? null),
    mean_high: rounded(mean?.high ?? null),
    median_low: rounded(median?.low ?? null),
    median_high: rounded(median?.high ?? null),
  }
}

function claims(group: Group, measure: ShownMeasure): Fields {
  const { rows, claims, means } = group
  const claim = claims[measure]
  return {
    ...(claim !== null && {
      claim: claimText(claim),
      claim_median: rounded(describe(claimedValues(group, measure))?.median ?? null),
      verdict: groupVerdict(rows, measure, claim),
      violations: tally(rows, measure).violated,
      ratio_max: rounded(extreme(rows, measure)?.ratio ?? null),
    }),
    ...(means[measure] !== null && {
      expected: rounded(describe(expectedValues(group, measure))?.mean ?? null),
      expected_verdict: meanVerdict(rows, means[measure]),
    }),
  }
}

function normalisation({ manifest }: Results, group: Group, measure: ShownMeasure): Fields {
  const found = normalised(group, measure, manifest)
  if (found === null) return {}
  const { claim, ratios } = found
  return {
    bound: claimText(claim),
    bound_ratio_median: rounded(ratios.median),
    bound_ratio_max: rounded(ratios.max),
  }
}
