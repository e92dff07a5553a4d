import type { Row } from '../../experiments/row.ts'
import type { ClaimVerdict } from '../statistics/claim-verdicts.ts'
import { isChecked } from '../statistics/shown-claim.ts'
import { claimText } from '../wording/claim-text.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import { html, type Markup } from './markup.ts'

/** The verdict on every claim, with its source and the run that comes nearest to it. */
export function verdictTable(verdicts: readonly ClaimVerdict[], replayCommand: (row: Row) => string): Markup {
  if (verdicts.length === 0) return html`<p>The algorithms state no claims.</p>`
  return html`<div class="scroll"><table>
<caption>Every claim of every algorithm. The largest ratio is that of a measured cost to its claimed value: 1 is
attained, above 1 a bound is broken.</caption>
<thead><tr><th scope="col">Algorithm</th><th scope="col">Measure</th><th scope="col">Claim</th>
<th scope="col">Verdict</th><th scope="col" class="number">Largest ratio</th></tr></thead>
<tbody>${verdicts.map((verdict) => line(verdict, replayCommand))}</tbody></table></div>`
}

function line(verdict: ClaimVerdict, replayCommand: (row: Row) => string): Markup {
  const { algorithm, claim, violations, extreme } = verdict
  const quantities = Object.entries(claim.where).map(([symbol, meaning]) => `${symbol}: ${meaning}`)
  return html`<tr><th scope="row">${algorithm.title}</th><td>${claim.measure}</td>
<td><span class="formula">${claimText(claim)}</span>${claim.when === null ? null : html` <span class="aside">when ${claim.when}</span>`}
${quantities.map((text) => html`<br><span class="aside">${text}</span>`)}
${claim.source === null ? null : html`<br><span class="aside">${claim.source}</span>`}</td>
<td>${badge(verdict)}${violations[0] === undefined ? null : html`<br><code>${replayCommand(violations[0])}</code>`}</td>
<td class="number">${extreme === null ? '–' : figure(extreme.ratio)}</td></tr>`
}

function badge(verdict: ClaimVerdict): Markup {
  const kind = verdict.violations.length > 0 ? 'bad' : isGood(verdict) ? 'good' : 'neutral'
  return html`<span class="${kind}">${verdictText(verdict)}</span>`
}

const isGood = ({ claim, rows, consistent, inconsistent }: ClaimVerdict): boolean =>
  claim.kind === 'expected' ? consistent > 0 && inconsistent === 0 : isChecked(claim) && rows.length > 0

/** A verdict in words. */
export function verdictText({ claim, rows, violations, consistent, inconsistent }: ClaimVerdict): string {
  if (claim.kind === 'order') return 'not checked: it is about growth; compare the curves'
  if (rows.length === 0)
    return claim.when === null || Object.keys(claim.where).length > 0
      ? 'not tested: its value does not stand in the rows'
      : 'not tested: no run is known to have met its condition'
  if (claim.kind === 'expected') {
    const groups = consistent + inconsistent
    if (groups === 0) return 'not checked: a mean needs at least two runs'
    if (inconsistent === 0) return `consistent in all ${counted(groups, 'group')}`
    return `inconsistent in ${count(inconsistent)} of ${counted(groups, 'group')} (by chance alone: about 1 in 20)`
  }
  if (violations.length > 0)
    return `violated in ${count(violations.length)} of ${counted(rows.length, 'run')}`
  return `held on all ${counted(rows.length, 'run')}`
}
