import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { html, type Markup } from '../markup.ts'
import type { Extreme } from '../statistics/verdict.ts'
import { claimText } from '../wording/claim-text.ts'
import { figure } from '../wording/numbers.ts'
import { verdictText } from '../wording/verdict-text.ts'
import type { Replays } from './replays.ts'
import { scrolling } from './section.ts'

/** The verdict on every claim, with its source and the run that comes nearest to it. */
export function verdictTable(verdicts: readonly ClaimVerdict[], replays: Replays): Markup {
  if (verdicts.length === 0) return html`<p>The algorithms state no claims.</p>`
  return scrolling(
    'Claims and verdicts',
    html`<table>
<caption>Every claim of every algorithm. The ratio is that of a measured cost to its claimed value where it
comes nearest to breaking the claim, or breaks it most: the largest for a bound from above (1: it is attained; more: it is
broken), the smallest for one from below, the farthest from 1 for a very value. What was not sampled says how it was found.</caption>
<thead><tr><th scope="col">Algorithm</th><th scope="col">Measure</th><th scope="col">Claim</th>
<th scope="col">Verdict</th><th scope="col" class="number">Ratio</th></tr></thead>
<tbody>${verdicts.map((verdict) => line(verdict, replays))}</tbody></table>`,
  )
}

function line(verdict: ClaimVerdict, replays: Replays): Markup {
  const { algorithm, claim, violations, extreme } = verdict
  const quantities = Object.entries(claim.where).map(([symbol, meaning]) => `${symbol}: ${meaning}`)
  return html`<tr><th scope="row">${algorithm.title}</th><td>${claim.measure}</td>
<td><span class="formula">${claimText(claim)}</span>${claim.when === null ? null : html` <span class="aside">when ${claim.when}</span>`}
${quantities.map((text) => html`<br><span class="aside">${text}</span>`)}
${claim.source === null ? null : html`<br><span class="aside">${claim.source}</span>`}</td>
<td>${badge(verdict)}${violations[0] === undefined ? null : html`<br>${replays.markup(violations[0])}`}</td>
<td class="number">${extreme === null ? '–' : ratio(extreme)}</td></tr>`
}

/** The ratio, and how it was found if it was not sampled. */
function ratio({ row, ratio }: Extreme): Markup {
  if (row.evidence === 'sampled') return html`${figure(ratio)}`
  return html`${figure(ratio)} <span class="aside">${row.evidence}</span>`
}

const classes = {
  held: 'good',
  consistent: 'good',
  violated: 'bad',
  inconsistent: 'bad',
  undecided: 'neutral',
  'not tested': 'neutral',
} as const

function badge(verdict: ClaimVerdict): Markup {
  return html`<span class="${classes[verdict.verdict]}">${verdictText(verdict)}</span>`
}
