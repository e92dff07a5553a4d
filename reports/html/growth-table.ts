import { type GrowthAssessment, type GrowthVerdict, growthVerdicts } from '../growth/index.ts'
import { html, type Markup } from '../markup.ts'
import type { Results } from '../statistics/groups.ts'
import { growthSentence } from '../wording/growth-sentence.ts'
import { count, counted } from '../wording/numbers.ts'
import { percent } from '../wording/percent.ts'
import { scrolling } from './section.ts'

/** A page with more lines would be slow to open; all of them stand in growth.csv. */
const linesMax = 200

/** How the costs of each setting grow; null if nothing was run at enough sizes to say. */
export function growthTable(results: Results): Markup | null {
  const verdicts = growthVerdicts(results)
  const judged = verdicts.filter(({ assessment }) => assessment !== null)
  if (judged.length === 0) return null
  const number = (name: string) => html`<th scope="col" class="number">${name}</th>`
  const beyond = Math.max(0, judged.length - linesMax)
  const unjudged = verdicts.length - judged.length
  return scrolling(
    'How costs grow',
    html`<table>
<caption>Which class each cost grows like, up to a constant factor and terms of lower order. Support: in which part of
${count(judged[0]!.assessment!.resamples)} resamples the class fits best. Hold-out: the typical error of its curve through the
smaller sizes at the largest ones. A verdict is about the sizes that were run.${more(beyond, unjudged)}</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Class</th>${number('Support')}${number('Exponent')}${number('Hold-out')}</tr></thead>
<tbody>${judged.slice(0, linesMax).map((verdict) => line(verdict, results))}</tbody></table>`,
  )
}

function more(beyond: number, unjudged: number): string {
  const parts = [
    ...(beyond > 0 ? [` ${counted(beyond, 'more line')} in growth.csv.`] : []),
    ...(unjudged > 0 ? [` ${counted(unjudged, 'cost')} could not be judged; growth.csv says why.`] : []),
  ]
  return parts.join('')
}

const classWords: Readonly<Record<GrowthAssessment['kind'], (texts: readonly string[]) => string>> = {
  grows: ([text]) => text!,
  undecided: (texts) => `${texts.join(' or ')}?`,
  none: () => 'none',
}

function line(verdict: GrowthVerdict, { manifest }: Results): Markup {
  const { kind, contenders, exponent } = verdict.assessment!
  const { share, holdOut } = contenders[0]!
  return html`<tr><th scope="row" class="sentence">${growthSentence(verdict, manifest)}</th>
<td class="key"><span class="${kind === 'grows' ? 'good' : 'neutral'}">${classWords[kind](contenders.map(({ text }) => text))}</span></td>
<td class="number">${kind === 'none' ? '–' : percent(share)}</td><td class="number">${verdict.topologies.length > 1 ? '–' : exponent.value.toFixed(2)}</td><td class="number">${percent(holdOut)}</td></tr>
`
}
