import { html, type Markup } from '../markup.ts'
import type { Comparison } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { variedIn } from '../tables/varied.ts'
import { comparisonWords, contestants, intervalWords } from '../wording/comparison.ts'
import { dimensionTitles, headingOf } from '../wording/dimensions.ts'
import { count, counted } from '../wording/numbers.ts'
import { scrolling } from './section.ts'

/** A page with more lines would be slow to open; all of them stand in comparisons.csv. */
const linesMax = 400

/** Pairs of algorithms on the same instances; null where there are no two. */
export function comparisonTable({ manifest }: Results, all: readonly Comparison[]): Markup | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ key }) => key))
  const heading = (name: string) => html`<th scope="col">${name}</th>`
  const number = (name: string) => html`<th scope="col" class="number">${name}</th>`
  const shown = all.slice(0, linesMax)
  const rest = all.length - shown.length
  const line = (one: Comparison): Markup => {
    const [other, first] = contestants(one, manifest)
    const { key, measure, pairs, wins, ties, losses } = one
    return html`<tr><th scope="row">${other}</th><td class="key">${first}</td>${varied.map((dimension) => html`<td class="key">${headingOf(key, dimension, manifest)}</td>`)}<td class="number">${count(key.n)}</td><td>${measure}</td>
<td>${comparisonWords(one)}</td><td class="number">${intervalWords(one)}</td>${[pairs, wins, ties, losses].map((value) => html`<td class="number">${count(value)}</td>`)}</tr>
`
  }
  return scrolling(
    'Algorithms compared on the same instances',
    html`<table>
<caption>Two algorithms on the same networks with the same identifiers, run by run: the geometric mean of the ratios of
their costs, with its 95% bootstrap interval. Where the interval contains 1, the sweep does not tell which of them costs
less.${rest > 0 ? ` The first ${count(linesMax)} lines; ${counted(rest, 'more line')} in comparisons.csv.` : ''}</caption>
<thead><tr>${['Algorithm', 'against', ...varied.map((dimension) => dimensionTitles[dimension])].map(heading)}${number('n')}${['Measure', 'Takes'].map(heading)}${['Interval', 'Instances', 'Less on', 'Same on', 'More on'].map(number)}</tr></thead>
<tbody>${shown.map(line)}</tbody></table>`,
  )
}
