import { stringify } from 'csv-stringify/sync'
import { claimText } from '../wording/claim-text.ts'
import { type Description, describe } from './describe.ts'
import { claimedValues, expectedValues, type Group, groupColumns, type Results, valuesOf } from './groups.ts'
import { rounded } from './rounded.ts'
import type { ShownMeasure } from './row-claims.ts'
import { extreme, groupVerdict, meanVerdict, tally } from './verdict.ts'

type Field = string | number | null

const statistics: Readonly<Record<string, (d: Description) => number | null>> = {
  mean: (d) => d.mean,
  sd: (d) => d.sd,
  min: (d) => d.min,
  q1: (d) => d.q1,
  median: (d) => d.median,
  q3: (d) => d.q3,
  max: (d) => d.max,
  ci_low: (d) => d.interval?.low ?? null,
  ci_high: (d) => d.interval?.high ?? null,
}

/** summary.csv: one line per group, in the order of runs.csv. The same rows give the same bytes. */
export function summaryCsv({ groups }: Results): string {
  return stringify(
    groups.map((group) => Object.fromEntries(summaryLine(group))),
    { header: true, columns: summaryColumns, record_delimiter: '\n' },
  )
}

/** The columns of summary.csv, in order. */
export const summaryColumns: readonly string[] = [
  ...groupColumns,
  'count',
  'complete',
  ...(['messages', 'time'] as const).flatMap((measure) => [
    ...Object.keys(statistics).map((name) => `${measure}_${name}`),
    ...['claim', 'claim_median', 'verdict', 'violations', 'ratio_max', 'expected', 'expected_verdict'].map(
      (name) => `${measure}_${name}`,
    ),
  ]),
  ...Object.keys(statistics).map((name) => `bits_${name}`),
]

function summaryLine(group: Group): [string, Field][] {
  return [
    ...groupColumns.map((column): [string, Field] => [column, group.key[column]]),
    ['count', group.rows.length],
    ['complete', group.complete.length],
    ...measureFields(group, 'messages'),
    ...claimFields(group, 'messages'),
    ...measureFields(group, 'time'),
    ...claimFields(group, 'time'),
    ...measureFields(group, 'bits'),
  ]
}

function measureFields({ complete }: Group, measure: 'messages' | 'time' | 'bits'): [string, Field][] {
  const description = describe(valuesOf(complete, measure))
  return Object.entries(statistics).map(([name, read]) => [
    `${measure}_${name}`,
    description === null ? null : rounded(read(description)),
  ])
}

function claimFields(group: Group, measure: ShownMeasure): [string, Field][] {
  const { rows, claims, means } = group
  const fields: [string, Field][] = []
  const claim = claims[measure]
  if (claim !== null)
    fields.push(
      [`${measure}_claim`, claimText(claim)],
      [`${measure}_claim_median`, rounded(describe(claimedValues(group, measure))?.median ?? null)],
      [`${measure}_verdict`, groupVerdict(rows, measure, claim)],
      [`${measure}_violations`, tally(rows, measure).violated],
      [`${measure}_ratio_max`, rounded(extreme(rows, measure)?.ratio ?? null)],
    )
  if (means[measure] !== null)
    fields.push(
      [`${measure}_expected`, rounded(describe(expectedValues(group, measure))?.mean ?? null)],
      [`${measure}_expected_verdict`, meanVerdict(rows, measure)],
    )
  return fields
}
