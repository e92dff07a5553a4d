import { answer } from '../answer/answer.ts'
import { claimVerdicts } from '../claims/claim-verdicts.ts'
import type { DrawnChart } from '../figures/on-page.ts'
import { html, type Markup } from '../markup.ts'
import type { Results } from '../statistics/groups.ts'
import { count, listing } from '../wording/numbers.ts'
import { figures } from './figure.ts'
import { keyFigureFirst } from './key-figure.ts'
import { shell } from './shell.ts'
import { style } from './style/index.ts'

/** What fits on a screen: larger letters, and a figure that is no higher than the rest leaves. */
const onScreen = `
body{max-width:75rem;padding:2rem 1.5rem}
.question,.answer{max-width:none}
figure{margin:1rem 0}
.plot{min-width:0}.plot svg{max-height:55vh}
`

/** The question, the answer and the figure that shows it: one page to project or to embed, without a script. */
export function shortPage(results: Results, drawn: readonly DrawnChart[]): string {
  const { title, question } = results.manifest.experiment
  const { text, charts } = answer(results)
  const body = html`<main><h1>${title}</h1><p class="question">${question}</p>
<p class="answer">${text}</p>
${figures(keyFigureFirst(drawn, charts).slice(0, 1), 0)}
<p class="aside">${verdictCounts(results)} <a href="report.html">The whole report</a></p></main>`
  return shell({ title, style: style + onScreen, body, scripts: [] })
}

/** “Claims: 11 held, 2 not tested.” */
function verdictCounts(results: Results): Markup | null {
  const counts = new Map<string, number>()
  for (const { verdict } of claimVerdicts(results)) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  if (counts.size === 0) return null
  return html`Claims: ${listing([...counts].map(([verdict, number]) => `${count(number)} ${verdict}`))}.`
}
