import type { Row } from '../../experiments/cell/row.ts'
import { html, type Markup } from '../markup.ts'
import { type Description, describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import { extreme, groupVerdict } from '../statistics/verdict.ts'
import { type Dimension, dimensions, dimensionTitles, headingOf, specOf } from '../wording/dimensions.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import type { Replays } from './replays.ts'
import { scrolling } from './section.ts'

/** A page with more lines would be slow to open; all of them stand in summary.csv. */
const linesMax = 400

/** What tells groups apart in this sweep, n aside. */
function varied({ groups }: Results): Dimension[] {
  return dimensions.filter(
    (dimension) =>
      dimension === 'algorithm' || new Set(groups.map(({ key }) => specOf(key, dimension))).size > 1,
  )
}

function headings(results: Results): Markup {
  const names = [...varied(results).map((dimension) => dimensionTitles[dimension]), 'n']
  return html`${names.map((name) => html`<th scope="col"${name === 'n' ? html` class="number"` : null}>${name}</th>`)}`
}

function identity(results: Results, { key }: Group): Markup {
  const cells = varied(results).map((dimension) => headingOf(key, dimension, results.manifest))
  return html`<th scope="row">${cells[0]!}</th>${cells.slice(1).map((cell) => html`<td class="key">${cell}</td>`)}<td class="number">${count(key.n)}</td>`
}

function table(
  results: Results,
  name: string,
  caption: string,
  columns: Markup,
  line: (group: Group) => Markup,
): Markup {
  const { groups } = results
  const shown = groups.slice(0, linesMax)
  const rest = groups.length - shown.length
  return scrolling(
    name,
    html`<table><caption>${caption}${rest > 0 ? ` The first ${count(linesMax)} groups; ${counted(rest, 'more group')} in summary.csv.` : ''}</caption>
<thead><tr>${headings(results)}${columns}</tr></thead>
<tbody>${shown.map(
      (group) => html`<tr>${identity(results, group)}${line(group)}</tr>
`,
    )}</tbody></table>`,
  )
}

/** The costs of each group, with the interval of the mean and the verdicts. */
export function summaryTable(results: Results): Markup {
  const number = (name: string) => html`<th scope="col" class="number">${name}</th>`
  const columns = html`${number('Runs')}${number('Messages: mean ±')}${number('median')}${number('max')}<th scope="col">Claim</th>${number('Time: mean ±')}${number('median')}${number('max')}<th scope="col">Claim</th>`
  const caption =
    'One line per group: the runs that differ only in their replicate. Means ± half the width of their 95% confidence intervals, by Student’s t. A maximum over sampled runs is only a lower estimate of the complexity, which is a maximum over all executions.'
  return table(results, 'Costs of each group', caption, columns, (group) => {
    const cost = (measure: 'messages' | 'time') => {
      const d = describe(valuesOf(group.complete, measure))
      const cells = d === null ? ['–', '–', '–'] : [meanWithInterval(d), figure(d.median), figure(d.max)]
      const verdict = groupVerdict(group.rows, measure, group.claims[measure])
      return html`${cells.map((cell) => html`<td class="number">${cell}</td>`)}<td class="${verdict === 'violated' ? 'bad' : 'plain'}">${verdict ?? '–'}</td>`
    }
    return html`<td class="number">${count(group.rows.length)}</td>${cost('messages')}${cost('time')}`
  })
}

/** “12.5 ± 0.3”: the mean and half the width of its interval, where there is one. */
function meanWithInterval({ mean, interval }: Description): string {
  return interval === null ? figure(mean) : `${figure(mean)} ± ${figure((interval.high - interval.low) / 2)}`
}

/** For each group the command that runs its costliest run again. */
export function replayTable(results: Results, replays: Replays): Markup {
  const caption =
    'The command that runs again the run of each group that comes nearest to its claim about messages (or breaks it most); where there is no claim, the one that took the most messages.'
  const columns = html`<th scope="col" class="number">Messages</th><th scope="col" class="number">Time</th><th scope="col">Command</th>`
  return table(results, 'Costliest run of each group', caption, columns, ({ rows }) => {
    const row = extreme(rows, 'messages')?.row ?? mostMessages(rows)
    return html`<td class="number">${figureOrDash(row.messages)}</td><td class="number">${figureOrDash(row.time)}</td><td>${replays.markup(row)}</td>`
  })
}

const mostMessages = (rows: readonly Row[]): Row =>
  rows.reduce((a, b) => ((b.messages ?? -1) > (a.messages ?? -1) ? b : a))

const figureOrDash = (value: number | null): string => (value === null ? '–' : figure(value))
