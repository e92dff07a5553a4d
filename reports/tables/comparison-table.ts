import type { Comparison } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { contestants } from '../wording/comparison.ts'
import type { Cell, Column, PaperTable } from './table.ts'
import { cellsOf, columnsOf, variedIn } from './varied.ts'

/** Pairs of algorithms on the same instances; null where there are no two. */
export function comparisonPaperTable({ manifest }: Results, all: readonly Comparison[]): PaperTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ key }) => key))
  const right = (title: string): Column => ({ title, align: 'right' })
  return {
    name: 'comparisons',
    title: 'Comparisons',
    caption:
      'Two algorithms on the same instances: the geometric mean of the ratios of their costs, with its 95% bootstrap interval, and on how many instances the first named costs less, the same, more.',
    columns: [
      { title: 'Algorithm', align: 'left' },
      { title: 'Against', align: 'left' },
      ...columnsOf(varied),
      right('n'),
      { title: 'Measure', align: 'left' },
      right('Ratio'),
      right('Interval'),
      right('Less'),
      right('Same'),
      right('More'),
    ],
    lines: all.map((one): Cell[] => {
      const { key, measure, ratio, interval, wins, ties, losses } = one
      return [
        ...contestants(one, manifest),
        ...cellsOf(key, varied, manifest),
        key.n,
        measure,
        ratio,
        interval === null ? null : [interval.low, ' to ', interval.high],
        wins,
        ties,
        losses,
      ]
    }),
    source: 'comparisons.csv',
  }
}
