import type { Interval } from '../../engine/index.ts'
import { groupBy } from '../group-by.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { comparisonWords, contestants, intervalWords } from '../wording/comparison.ts'
import { type Dimension, specOf } from '../wording/dimensions.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import type { Cell } from './cell.ts'
import { type ColumnOf, chosenSizes, type PageTable, type PaperTable, tableOf } from './table.ts'
import { settingColumns, variedIn } from './varied.ts'

/** The columns that say what is compared. */
const subjectColumns = (varied: readonly Dimension[], { manifest }: Results, against: string) => [
  {
    title: 'Algorithm',
    kind: 'name' as const,
    cell: (one: Comparison) => contestants(one, manifest)[0],
  },
  { title: against, kind: 'name' as const, cell: (one: Comparison) => contestants(one, manifest)[1] },
  ...settingColumns(varied, ({ key }: Comparison) => key, manifest),
]

/** The ratio of each pair of algorithms on the same instances, a column for each size; null where there are no two. */
export function comparisonPaperTable(results: Results, all: readonly Comparison[]): PaperTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ key }) => key))
  const settings = settingsOf(all, varied)
  // Networks from files have one size each, so that there is nothing to put into columns.
  const bySize = settings.some((set) => set.length > 1)
  const sizes = chosenSizes(all.map(({ key }) => key.n))
  const number = (title: string, cell: (set: readonly Comparison[]) => Cell) =>
    ({ title, kind: 'number', cell }) as const
  const columns: readonly ColumnOf<readonly Comparison[]>[] = [
    ...subjectColumns(varied, results, 'Against').map(({ cell, ...column }) => ({
      ...column,
      cell: ([first]: readonly Comparison[]) => cell(first!),
    })),
    { title: 'Measure', kind: 'text', cell: ([first]) => first!.measure },
    ...(bySize
      ? sizes.map((n) => number(`n = ${count(n)}`, (set) => ratioCell(set.find(({ key }) => key.n === n))))
      : [
          number('n', ([first]) => first!.key.n),
          number('Ratio', ([first]) => ratioCell(first)),
          number('Interval', ([first]) => intervalCell(first!.interval)),
        ]),
  ]
  return {
    name: 'comparisons',
    title: 'Comparisons',
    caption:
      'Two algorithms on the same instances: the geometric mean of the ratios of their costs; below 1 the first named costs less. In parentheses where the 95% bootstrap interval contains 1, or there are too few instances for one.',
    ...tableOf(columns, settings),
    source: 'comparisons.csv',
  }
}

/** A page with more lines would be slow to open; all of them stand in comparisons.csv. */
const linesMax = 400

/** The same size by size, with what was won and lost; null where there are no two algorithms. */
export function comparisonPageTable(results: Results, all: readonly Comparison[]): PageTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ key }) => key))
  const rest = all.length - linesMax
  const number = (title: string, cell: (one: Comparison) => string | number) =>
    ({ title, kind: 'number', cell }) as const
  const columns: readonly ColumnOf<Comparison, string | number>[] = [
    ...subjectColumns(varied, results, 'against'),
    number('n', ({ key }) => key.n),
    { title: 'Measure', kind: 'text', cell: ({ measure }) => measure },
    { title: 'Takes', kind: 'text', cell: comparisonWords },
    number('Interval', intervalWords),
    number('Instances', ({ pairs }) => pairs),
    number('Less on', ({ wins }) => wins),
    number('Same on', ({ ties }) => ties),
    number('More on', ({ losses }) => losses),
  ]
  return {
    label: 'Algorithms compared on the same instances',
    caption: `Two algorithms on the same networks with the same identifiers, run by run: the geometric mean of the ratios of their costs, with its 95% bootstrap interval. Where the interval contains 1, the sweep does not tell which of them costs less.${rest > 0 ? ` The first ${count(linesMax)} lines; ${counted(rest, 'more line')} in comparisons.csv.` : ''}`,
    ...tableOf(columns, all.slice(0, linesMax)),
  }
}

/** The comparisons that share a line: messages before times, then by pair, then by setting. */
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
