import { stringify } from 'csv-stringify/sync'
import type { Comparison } from '../statistics/comparison.ts'
import { withWeights } from '../statistics/groups.ts'
import { rounded } from '../statistics/rounded.ts'

/** The columns of comparisons.csv, in order. */
export const comparisonColumns = [
  'algorithm',
  'other',
  'timing',
  'topology',
  'n',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'measure',
  'pairs',
  'wins',
  'ties',
  'losses',
  'ratio',
  'ratio_low',
  'ratio_high',
  'verdict',
] as const

/** comparisons.csv: one line per pair of algorithms, setting, size and measure. */
export function comparisonsCsv(all: readonly Comparison[]): string {
  const lines = all.map(({ key, ratio, interval, ...rest }) => ({
    ...key,
    ...rest,
    ratio: rounded(ratio),
    ratio_low: rounded(interval?.low ?? null),
    ratio_high: rounded(interval?.high ?? null),
  }))
  const columns = withWeights(
    comparisonColumns,
    all.some(({ key }) => key.weights !== undefined),
  )
  return stringify(lines, { header: true, columns, record_delimiter: '\n' })
}
