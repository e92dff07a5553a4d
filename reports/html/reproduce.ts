import type { Manifest } from '../../experiments/cell/index.ts'
import { html, type Markup } from '../markup.ts'
import type { Results } from '../statistics/groups.ts'
import { replayTable } from '../tables/group-tables.ts'
import { commandLine } from './command-line.ts'
import type { Replays } from './replays.ts'
import { tableMarkup } from './table.ts'

/** How to come by the same numbers: the whole sweep, its bytes compared, and single runs. */
export function reproduce(results: Results, replays: Replays): Markup {
  const { command }: Manifest = results.manifest
  return html`<p>The whole sweep: ${commandLine(command)}. To run it again and compare every byte, in the folder of this page:
${commandLine('admissible reproduce .')}</p>
<p>Every run is a line of <a href="runs.csv">runs.csv</a>, every group of runs one of <a href="summary.csv">summary.csv</a>. A
run is determined by its parameters and its seed: any machine gives the same numbers.</p>
${tableMarkup(replayTable(results), replays)}`
}
