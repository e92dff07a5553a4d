import type { ClaimVerdict } from '../statistics/claim-verdicts.ts'
import type { Extreme } from '../statistics/verdict.ts'
import { claimText } from '../wording/claim-text.ts'
import { evidenceWords, partWords } from '../wording/evidence.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import { html, type Markup } from './markup.ts'
import type { Replays } from './replays.ts'
import { scrolling } from './section.ts'

/** The verdict on every claim, with its source and the run that comes nearest to it. */
export function verdictTable(verdicts: readonly ClaimVerdict[], replays: Replays): Markup {
  if (verdicts.length === 0) return html`<p>The algorithms state no claims.</p>`
  return scrolling(
    'Claims and verdicts',
    html`<table>
<caption>Every claim of every algorithm. The largest ratio is that of a measured cost to its claimed value: 1 is
attained, above 1 a bound is broken. A run shows the value of one claim about each measure; the ratio is over the runs that
show it.</caption>
<thead><tr><th scope="col">Algorithm</th><th scope="col">Measure</th><th scope="col">Claim</th>
<th scope="col">Verdict</th><th scope="col" class="number">Largest ratio</th></tr></thead>
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

function badge(verdict: ClaimVerdict): Markup {
  const { held, violations, consistent, inconsistent } = verdict
  const good = held > 0 || (consistent > 0 && inconsistent === 0)
  const kind = violations.length > 0 ? 'bad' : good ? 'good' : 'neutral'
  return html`<span class="${kind}">${verdictText(verdict)}</span>`
}

/** A verdict in words. */
export function verdictText(verdict: ClaimVerdict): string {
  const { claim, applied, judged: rows, violations, consistent, inconsistent } = verdict
  if (applied === 0)
    return `not tested by this sweep${claim.when === null ? '' : ': no run met its condition'}`
  if (claim.kind === 'order') return 'not checked: it is about growth; compare the curves'
  if (claim.kind === 'expected') {
    const groups = consistent + inconsistent
    if (groups === 0) return 'not checked: a mean needs at least two runs'
    if (inconsistent === 0) return `consistent in ${all(groups, 'group')}`
    return `inconsistent in ${count(inconsistent)} of ${counted(groups, 'group')} (by chance alone: about 1 in 20)`
  }
  const judged = rows.length
  if (judged === 0) return 'not checked: the runs were cut short, or its value is not known'
  const unjudged = applied > judged ? `; ${counted(applied - judged, 'run')} not checked` : ''
  if (violations.length > 0) return `violated in ${partWords(violations, rows)}${unjudged}`
  const sampled = rows.every(({ evidence }) => evidence === 'sampled')
  return `held on ${sampled ? all(judged, 'run') : evidenceWords(rows)}${unjudged}`
}

/** “the only run”, “all 5 runs”. */
const all = (value: number, noun: string): string =>
  value === 1 ? `the only ${noun}` : `all ${counted(value, noun)}`
