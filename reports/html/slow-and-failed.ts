import { html, type Markup } from '../markup.ts'
import type { Results } from '../statistics/groups.ts'
import { failedTable, largestTable } from '../tables/run-tables.ts'
import type { Replays } from './replays.ts'
import { tableMarkup } from './table.ts'

/** The runs that ended badly or that something is to be said of, and those that took the most work. */
export function slowAndFailed(results: Results, replays: Replays): Markup {
  const failed = tableMarkup(failedTable(results), replays)
  return html`${failed ?? html`<p>No run failed, ran out of budget or broke a claim or a property.</p>`}
<h3>The largest runs</h3>
<p>These took the most work. How long each run took by the clock is in <a href="timings.csv">timings.csv</a>: that alone
differs between two sweeps with the same results, and so it is not told here.</p>
${tableMarkup(largestTable(results), replays)}`
}
