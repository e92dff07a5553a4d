import type { Chart } from '../charts/sheet/chart.ts'
import type { Results } from '../statistics/groups.ts'
import type { PaperTable } from '../tables/table.ts'
import { captions } from './captions.ts'
import { macros } from './macros.ts'
import { tabular } from './tabular.ts'

/** What a paper takes from the results, their charts and their tables: each file by its path in the folder. */
export function latexFiles(
  results: Results,
  charts: readonly Chart[],
  tables: readonly PaperTable[],
): ReadonlyMap<string, string> {
  return new Map([
    ['latex/macros.tex', macros(results)],
    ['latex/captions.tex', captions(results, charts, tables)],
    ...tables.map((table): [string, string] => [`latex/tables/${table.name}.tex`, tabular(table)]),
  ])
}
