import { type Chart, wholeCaption } from '../charts/sheet/chart.ts'
import type { Results } from '../statistics/groups.ts'
import type { PaperTable } from '../tables/table.ts'
import { beginning, say } from './macros.ts'
import { latexProse } from './tabular.ts'

/** captions.tex: what stands under each figure and above each table, from \admcaption{NAME}. */
export function captions(
  { manifest }: Results,
  charts: readonly Chart[],
  tables: readonly PaperTable[],
): string {
  const lines = [
    ...charts.map((chart) => say(`caption/${chart.name}`, latexProse(wholeCaption(chart)))),
    ...tables.map(({ name, caption }) => say(`caption/table-${name}`, latexProse(caption))),
  ]
  return `% \\admcaption{NAME} of a figure, \\admcaption{table-NAME} of a table. Written by Admissible.\n${beginning(manifest.experiment.name)}${lines.join('\n')}\n\\makeatother\n`
}
