import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { contestants } from '../wording/comparison.ts'
import { specOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import { type Cell, type Column, chosenSizes, type PaperTable } from './table.ts'
import { cellsOf, columnsOf, variedIn } from './varied.ts'

/** The ratio of each pair of algorithms on the same instances, a column for each size; null where there are no two. */
export function comparisonPaperTable({ manifest }: Results, all: readonly Comparison[]): PaperTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ key }) => key))
  const settings = [
    ...groupBy(all, ({ key, other, measure }) =>
      JSON.stringify([measure, key.algorithm, other, ...varied.map((dimension) => specOf(key, dimension))]),
    ).values(),
  ].sort(([a], [b]) => order(a!) - order(b!))
  const sizes = chosenSizes(all.map(({ key }) => key.n))
  const left = (title: string): Column => ({ title, align: 'left' })
  return {
    name: 'comparisons',
    title: 'Comparisons',
    caption:
      'Two algorithms on the same instances: the geometric mean of the ratios of their costs; below 1 the first named costs less. In parentheses where the 95% bootstrap interval contains 1, or there are too few instances for one.',
    columns: [
      left('Algorithm'),
      left('Against'),
      ...columnsOf(varied),
      left('Measure'),
      ...sizes.map((n): Column => ({ title: `n = ${count(n)}`, align: 'right' })),
    ],
    lines: settings.map((set): Cell[] => {
      const { key, measure } = set[0]!
      return [
        ...contestants(set[0]!, manifest),
        ...cellsOf(key, varied, manifest),
        measure,
        ...sizes.map((n) => ratioCell(set.find((one) => one.key.n === n))),
      ]
    }),
    source: 'comparisons.csv',
  }
}

/** Messages before time. */
const order = ({ measure }: Comparison): number => (measure === 'messages' ? 0 : 1)

function ratioCell(comparison: Comparison | undefined): Cell {
  if (comparison === undefined || comparison.ratio === null) return null
  const { ratio, verdict } = comparison
  return verdict === null || verdict === 'undecided' ? ['(', ratio, ')'] : ratio
}
