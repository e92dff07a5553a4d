import { groupBy } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import { normalised } from '../statistics/normalised.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { capitalised } from '../wording/capitalised.ts'
import { headingOf, specOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import { runWords } from '../wording/runs.ts'
import { costAxis } from '../wording/titles.ts'
import { type Cell, type Column, chosenSizes, type PaperTable } from './table.ts'
import { cellsOf, columnsOf, variedIn } from './varied.ts'

/** The median cost of each algorithm in each setting, a column for each size, with its bound; null if there is none. */
export function costTable(results: Results, measure: ShownMeasure): PaperTable | null {
  const { manifest } = results
  const groups = results.groups.filter(({ complete }) => complete.some((row) => row[measure] !== null))
  if (groups.length === 0) return null
  const varied = variedIn(groups.map(({ key }) => key))
  const settings = [
    ...groupBy(groups, ({ key }) =>
      JSON.stringify([key.algorithm, ...varied.map((dimension) => specOf(key, dimension))]),
    ).values(),
  ]
  const bySize = settings.some((members) => members.length > 1)
  const most = settings.reduce((a, b) => (b.length > a.length ? b : a))
  const sizes = bySize ? chosenSizes(most.map(({ key }) => key.n)) : []
  const right = (title: string): Column => ({ title, align: 'right' })
  const columns = [
    { title: 'Algorithm', align: 'left' } as const,
    ...columnsOf(varied),
    ...(bySize
      ? sizes.map((n) => right(`n = ${count(n)}`))
      : [right('n'), right('Median'), right('Largest')]),
    { title: 'Bound', align: 'left' } as const,
    right('Ratio'),
  ]
  const lines = settings.map((members): Cell[] => {
    const { key } = members[0]!
    const costs = bySize
      ? sizes.map(
          (n) =>
            costOf(
              members.find((group) => group.key.n === n),
              measure,
            )?.median ?? null,
        )
      : [key.n, costOf(members[0], measure)!.median, costOf(members[0], measure)!.max]
    return [
      headingOf(key, 'algorithm', manifest),
      ...cellsOf(key, varied, manifest),
      ...costs,
      ...boundCells(results, members, measure),
    ]
  })
  return {
    name: measure,
    title: capitalised(measure),
    caption: `${bySize ? 'Median' : 'Median and largest'} ${measure === 'time' ? costAxis('time', groups) : 'number of messages'}. ${runWords(groups, 'Each entry')}. Ratio: the largest cost over the tightest bound from above that is claimed of it.`,
    columns,
    lines,
    source: 'summary.csv',
  }
}

const costOf = (group: Group | undefined, measure: ShownMeasure) =>
  group === undefined ? null : describe(valuesOf(group.complete, measure))

/** The bound at the largest size, and the largest ratio at any. */
function boundCells({ manifest }: Results, members: readonly Group[], measure: ShownMeasure): Cell[] {
  const found = members.flatMap((group) => normalised(group, measure, manifest) ?? [])
  if (found.length === 0) return [null, null]
  return [{ bound: found.at(-1)!.claim }, Math.max(...found.map(({ ratios }) => ratios.max))]
}
