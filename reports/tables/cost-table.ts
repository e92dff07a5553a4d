import { groupBy } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import { normalised } from '../statistics/normalised.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { capitalised } from '../wording/capitalised.ts'
import { specOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import { runWords } from '../wording/runs.ts'
import { costAxis } from '../wording/titles.ts'
import type { Cell } from './cell.ts'
import { type ColumnOf, chosenSizes, type PaperTable, tableOf } from './table.ts'
import { settingColumns, variedIn } from './varied.ts'

/** The median cost of each algorithm in each setting, a column for each size, with its bound; null if there is none. */
export function costTable(results: Results, measure: ShownMeasure): PaperTable | null {
  const { manifest } = results
  const groups = results.groups.filter(({ complete }) => complete.some((row) => row[measure] !== null))
  if (groups.length === 0) return null
  const varied = variedIn(groups.map(({ key }) => key))
  const settings: readonly (readonly Group[])[] = [
    ...groupBy(groups, ({ key }) =>
      JSON.stringify([key.algorithm, ...varied.map((dimension) => specOf(key, dimension))]),
    ).values(),
  ]
  const bySize = settings.some((members) => members.length > 1)
  const most = settings.reduce((a, b) => (b.length > a.length ? b : a))
  const sizes = bySize ? chosenSizes(most.map(({ key }) => key.n)) : []
  const bounds = new Map<readonly Group[], ReturnType<typeof boundOf>>(
    settings.map((members) => [members, boundOf(results, members, measure)]),
  )
  const number = (title: string, cell: (members: readonly Group[]) => Cell) =>
    ({ title, kind: 'number', cell }) as const
  const columns: readonly ColumnOf<readonly Group[]>[] = [
    ...settingColumns(['algorithm', ...varied], ([group]: readonly Group[]) => group!.key, manifest),
    ...(bySize
      ? sizes.map((n) =>
          number(`n = ${count(n)}`, (members) => {
            const group = members.find(({ key }) => key.n === n)
            return group === undefined ? null : costOf(group, measure).median
          }),
        )
      : [
          number('n', ([group]) => group!.key.n),
          number('Median', ([group]) => costOf(group!, measure).median),
          number('Largest', ([group]) => costOf(group!, measure).max),
        ]),
    {
      title: 'Bound',
      kind: 'bound',
      cell(members) {
        const bound = bounds.get(members)
        return bound == null ? null : { bound: bound.claim }
      },
    },
    number('Ratio', (members) => bounds.get(members)?.ratio ?? null),
  ]
  return {
    name: measure,
    title: capitalised(measure),
    caption: `${bySize ? 'Median' : 'Median and largest'} ${measure === 'time' ? costAxis('time', groups) : 'number of messages'}. ${runWords(groups, 'Each entry')}. Ratio: the largest cost over the tightest bound from above that is claimed of it.`,
    ...tableOf(columns, settings),
    source: 'summary.csv',
  }
}

const costOf = ({ complete }: Group, measure: ShownMeasure) => describe(valuesOf(complete, measure))!

/** The bound at the largest size, and the largest ratio at any; null where there is no bound. */
function boundOf({ manifest }: Results, members: readonly Group[], measure: ShownMeasure) {
  const found = members.flatMap((group) => normalised(group, measure, manifest) ?? [])
  if (found.length === 0) return null
  return { claim: found.at(-1)!.claim, ratio: Math.max(...found.map(({ ratios }) => ratios.max)) }
}
