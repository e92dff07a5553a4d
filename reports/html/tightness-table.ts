import { html, type Markup } from '../markup.ts'
import type { Results } from '../statistics/groups.ts'
import type { Tightness } from '../statistics/tightness.ts'
import { claimText } from '../wording/claim-text.ts'
import { type Dimension, dimensionTitles, headingOf, specOf } from '../wording/dimensions.ts'
import { bestWords } from '../wording/evidence.ts'
import { count, figure } from '../wording/numbers.ts'
import { scrolling } from './section.ts'

const told: readonly Dimension[] = ['algorithm', 'topology', 'inputs', 'wakeup', 'faults']

/** How close the largest known costs come to their bounds; null where no worst case was asked for. */
export function tightnessTable({ manifest }: Results, lines: readonly Tightness[]): Markup | null {
  if (lines.length === 0) return null
  const varied = told.filter(
    (dimension) =>
      dimension === 'algorithm' || new Set(lines.map(({ row }) => specOf(row, dimension))).size > 1,
  )
  const number = (name: string) => html`<th scope="col" class="number">${name}</th>`
  return scrolling(
    'Tightness of the bounds',
    html`<table>
<caption>The largest cost that is known at each point, and the tightest bound that is claimed of it. Sampled: the most over
random runs; searched: the most that an adversary found; exact: the most over all schedules. Only an exact cost is the
maximum itself; of the others it is known that the maximum is at least as large. A ratio of 1 means that the bound is attained.</caption>
<thead><tr>${varied.map((dimension) => html`<th scope="col">${dimensionTitles[dimension]}</th>`)}${number('n')}
<th scope="col">Measure</th><th scope="col">Bound</th>${number('Value')}${number('Sampled')}${number('Searched')}${number('Explored')}
<th scope="col">Largest known</th>${number('Ratio')}</tr></thead>
<tbody>${lines.map(
      ({ row, measure, claim, bound, sampled, searched, explored, cost, evidence, ratio }) =>
        html`<tr>${varied.map((dimension, i) => {
          const name = headingOf(row, dimension, manifest)
          return i === 0 ? html`<th scope="row">${name}</th>` : html`<td class="key">${name}</td>`
        })}<td class="number">${count(row.n)}</td><td>${measure}</td>
<td class="bound">${claim === null ? '–' : claimText(claim)}</td>${[bound, sampled, searched, explored].map(
          (value) => html`<td class="number">${value === null ? '–' : figure(value)}</td>`,
        )}<td class="key">${bestWords(figure(cost), evidence)}</td><td class="number">${ratio === null ? '–' : figure(ratio)}</td></tr>
`,
    )}</tbody></table>`,
  )
}
