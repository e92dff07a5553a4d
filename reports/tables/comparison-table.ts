import type { Interval } from '../../engine/index.ts'
import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { contestants } from '../wording/comparison.ts'
import { type Dimension, specOf } from '../wording/dimensions.ts'
import { count, figure } from '../wording/numbers.ts'
import { type Cell, type Column, chosenSizes, type PaperTable } from './table.ts'
import { cellsOf, columnsOf, variedIn } from './varied.ts'

/** The ratio of each pair of algorithms on the same instances, a column for each size; null where there are no two. */
export function comparisonPaperTable({ manifest }: Results, all: readonly Comparison[]): PaperTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ key }) => key))
  const settings = settingsOf(all, varied)
  // Networks that were built have a size of their own.
  const bySize = settings.some((set) => set.length > 1)
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
      ...(bySize ? sizes.map((n) => `n = ${count(n)}`) : ['n', 'Ratio', 'Interval']).map(
        (title): Column => ({ title, align: 'right' }),
      ),
    ],
    lines: settings.map((set): Cell[] => {
      const [{ key, measure, interval }] = set as [Comparison]
      return [
        ...contestants(set[0]!, manifest),
        ...cellsOf(key, varied, manifest),
        measure,
        ...(bySize
          ? sizes.map((n) => ratioCell(set.find((one) => one.key.n === n)))
          : [key.n, ratioCell(set[0]), intervalCell(interval)]),
      ]
    }),
    source: 'comparisons.csv',
  }
}

/** What has a line: messages before times, pair by pair, setting by setting. */
function settingsOf(all: readonly Comparison[], varied: readonly Dimension[]): Comparison[][] {
  const keys: readonly ((one: Comparison) => string)[] = [
    ({ measure }) => measure,
    ({ key, other }) => JSON.stringify([key.algorithm, other]),
    ({ key }) => JSON.stringify(varied.map((dimension) => specOf(key, dimension))),
  ]
  const split = (members: readonly Comparison[], depth: number): Comparison[][] =>
    [...groupBy(members, keys[depth]!).values()].flatMap((part) =>
      depth + 1 === keys.length ? [part] : split(part, depth + 1),
    )
  return split(all, 0)
}

function ratioCell(comparison: Comparison | undefined): Cell {
  if (comparison === undefined || comparison.ratio === null) return null
  const { ratio, verdict } = comparison
  return verdict === null || verdict === 'undecided' ? ['(', ratio, ')'] : ratio
}

/** One number where both ends are the same. */
function intervalCell(interval: Interval | null): Cell {
  if (interval === null || figure(interval.low) === figure(interval.high)) return interval?.low ?? null
  return [interval.low, ' to ', interval.high]
}
