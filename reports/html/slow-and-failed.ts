import type { Row } from '../../experiments/cell/row.ts'
import { html, type Markup } from '../markup.ts'
import { isComplete, type Results } from '../statistics/groups.ts'
import { dimensionTitles, headingOf } from '../wording/dimensions.ts'
import { count, counted } from '../wording/numbers.ts'
import type { Replays } from './replays.ts'
import { scrolling } from './section.ts'

/** More of them are in runs.csv. */
const failedMax = 50
const largestMax = 10

/** The runs that ended badly or that something is to be said of, and those that took the most work. */
export function slowAndFailed(results: Results, replays: Replays): Markup {
  const { rows } = results
  const problems = rows.filter((row) => !isComplete(row) || row.detail !== null)
  return html`${problems.length === 0 ? html`<p>No run failed, ran out of budget or broke a claim or a property.</p>` : failedTable(problems, replays)}
<h3>The largest runs</h3>
<p>These took the most work. How long each run took by the clock is in <a href="timings.csv">timings.csv</a>: that alone
differs between two sweeps with the same results, and so it is not told here.</p>
${largestTable(results, replays)}`
}

function failedTable(problems: readonly Row[], replays: Replays): Markup {
  const more = problems.length > failedMax ? `; the first ${failedMax}` : ''
  return scrolling(
    'Failed runs',
    html`<table><caption>${counted(problems.length, 'run')} with something to look into${more}.</caption>
<thead><tr><th scope="col">Outcome</th><th scope="col">What happened</th><th scope="col">Command</th></tr></thead>
<tbody>${problems.slice(0, failedMax).map(
      (
        row,
      ) => html`<tr><th scope="row">${row.outcome}</th><td class="detail">${row.detail ?? ''}</td><td>${replays.markup(row)}</td></tr>
`,
    )}</tbody></table>`,
  )
}

function largestTable({ rows, manifest }: Results, replays: Replays): Markup {
  const events = (row: Row) => (row.messages ?? 0) + (row.comp_events ?? 0)
  const largest = rows.filter(({ evidence }) => evidence === 'sampled').sort((a, b) => events(b) - events(a))
  const dimensions = ['algorithm', 'topology'] as const
  return scrolling(
    'The largest runs',
    html`<table><thead><tr>${dimensions.map((dimension) => html`<th scope="col">${dimensionTitles[dimension]}</th>`)}
<th scope="col" class="number">n</th><th scope="col" class="number">Messages</th><th scope="col" class="number">Computation events</th><th scope="col">Command</th></tr></thead>
<tbody>${largest.slice(0, largestMax).map(
      (
        row,
      ) => html`<tr><th scope="row">${headingOf(row, 'algorithm', manifest)}</th><td class="key">${headingOf(row, 'topology', manifest)}</td>
<td class="number">${count(row.n)}</td><td class="number">${count(row.messages ?? 0)}</td><td class="number">${count(row.comp_events ?? 0)}</td><td>${replays.markup(row)}</td></tr>
`,
    )}</tbody></table>`,
  )
}
