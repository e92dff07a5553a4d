import { stringify } from 'csv-stringify/sync'
import type { Comparison } from '../statistics/comparison.ts'
import { optionalIn, withOptional } from '../statistics/groups.ts'
import { rounded } from '../statistics/rounded.ts'
import { noneSwept, type SweptParameters } from '../statistics/swept-parameters.ts'

/** The columns of every comparisons.csv, in order; the parameters that the sweep varies follow. */
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
export function comparisonsCsv(
  all: readonly Comparison[],
  { names, of }: SweptParameters = noneSwept,
): string {
  const lines = all.map(({ key, ratio, interval, ...rest }) => ({
    ...Object.fromEntries(of(key).map((value, i) => [names[i]!, value])),
    ...key,
    ...rest,
    ratio: rounded(ratio),
    ratio_low: rounded(interval?.low ?? null),
    ratio_high: rounded(interval?.high ?? null),
  }))
  const columns = withOptional(comparisonColumns, optionalIn(all.map(({ key }) => key)))
  return stringify(lines, { header: true, columns: [...columns, ...names], record_delimiter: '\n' })
}
