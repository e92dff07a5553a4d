import type { Chart } from '../charts/sheet/chart.ts'
import { markdownTables } from '../markdown/tables.ts'
import type { Results } from '../statistics/groups.ts'
import { paperTables } from '../tables/index.ts'
import { captions } from './captions.ts'
import { macros } from './macros.ts'
import { tabular } from './tabular.ts'

/** What papers and blogs take from the results and their charts, by the path in their folder. */
export function paperFiles(
  results: Results,
  drawn: readonly { readonly chart: Chart }[],
): ReadonlyMap<string, string> {
  const charts = drawn.map(({ chart }) => chart)
  const tables = paperTables(results)
  return new Map([
    ['latex/macros.tex', macros(results)],
    ['latex/captions.tex', captions(results, charts, tables)],
    ...tables.map((table): [string, string] => [`latex/tables/${table.name}.tex`, tabular(table)]),
    ['tables.md', markdownTables(results, tables)],
  ])
}
