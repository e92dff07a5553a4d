import type { Manifest } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import type { Chart } from '../charts/chart.ts'
import { fontFaceRule } from '../render/fonts.ts'
import type { Drawing } from '../render/svg.ts'
import { claimVerdicts } from '../statistics/claim-verdicts.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
import { evidenceWords } from '../wording/evidence.ts'
import { count, counted, listing } from '../wording/numbers.ts'
import { answer } from './answer.ts'
import { problemTable, replayTable, summaryTable } from './group-tables.ts'
import { commandLine, escapeText, html, Markup } from './markup.ts'
import { style } from './style.ts'
import { tightnessTable } from './tightness-table.ts'
import { verdictTable } from './verdict-table.ts'

export interface DrawnChart {
  readonly chart: Chart
  readonly drawing: Drawing
}

/** The report as one HTML file that needs nothing else: text, charts, fonts. */
export function reportPage(
  results: Results,
  charts: readonly DrawnChart[],
  replayCommand: (row: Row) => string,
): string {
  const { manifest, rows, groups, worstCases } = results
  const { title, question } = manifest.experiment
  const verdicts = claimVerdicts(results)
  const tight = tightnessTable(results, tightness(results))
  const problems = problemTable(results, replayCommand)
  const fonts = (['regular', 'semibold', 'italic'] as const).map(fontFaceRule).join('')
  return `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${new Markup(fonts + style)}</style></head>
<body><header><h1>${title}</h1><p class="question">${question}</p>
<div class="answer">${answer(results, verdicts).map((sentence) => html`<p>${sentence}</p>`)}</div>
<p class="aside">${evidenceWords(rows)}${worstCases.length > 0 ? '; the sampled ones' : ''} in ${counted(groups.length, 'group')}; ${outcomes(manifest)}.</p></header>
<main>
${charts.length > 0 ? html`<h2>Charts</h2>${charts.map(figureOf)}` : null}
<h2>Claims</h2>${verdictTable(verdicts, replayCommand)}
${tight === null ? null : html`<h2>Tightness</h2>${tight}`}
${problems === null ? null : html`<h2>Runs to look into</h2>${problems}`}
<h2>Summary</h2>${summaryTable(results)}
<h2>How to reproduce each number</h2>
<p>The whole sweep: ${commandLine(manifest.command)}. Every run is a line of <a href="runs.csv">runs.csv</a>, every
group one of <a href="summary.csv">summary.csv</a>; a run is determined by its parameters and its seed.</p>
${replayTable(results, replayCommand)}
<h2>Definition and environment</h2>${definition(manifest)}
<h2>How to cite</h2>${citation(manifest)}
</main></body></html>`.text
  }\n`
}

/** Inline, so that it needs no file; without a font, since the page has it. */
function figureOf({ chart: { name, title, description }, drawing: { svg } }: DrawnChart): Markup {
  const label = `role="img" aria-label="${escapeText(description)}"`
  const inline = svg.replace(/^<svg/, `<svg ${label}`)
  const files = ['svg', 'png', 'vl.json'].map((kind) => html` <a href="charts/${name}.${kind}">${kind}</a>`)
  return html`<figure id="${name}">${new Markup(inline)}<figcaption>${title}:${files}</figcaption></figure>
`
}

function outcomes({ outcomes }: Manifest): string {
  return listing(Object.entries(outcomes).map(([outcome, runs]) => `${count(runs)} ${outcome}`))
}

function replicates({ replicates, untilCi }: Manifest['experiment']): string {
  // Results of older versions do not say.
  if (untilCi == null) return String(replicates)
  return `${untilCi.least} to ${replicates}, until the 95% intervals of the means are narrower than ${100 * untilCi.fraction}%`
}

function definition({ experiment, algorithms, versions, codeHash, command }: Manifest): Markup {
  const list: readonly (readonly [string, string])[] = [
    ['Command', command],
    ['Root seed', String(experiment.seed)],
    ['Replicates', replicates(experiment)],
    ['Versions', `admissible ${versions.admissible}, Node ${versions.node}, V8 ${versions.v8}`],
    ['Hash of the code that can change a number', codeHash],
  ]
  return html`<dl>${list.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
<ul>${algorithms.map(
    ({ title, name, summary, source }) =>
      html`<li><strong>${title}</strong> (<code>${name}</code>)${summary === null ? null : `: ${summary}`}${source === null ? null : `. ${source}`}</li>`,
  )}</ul>
<details><summary>The definition as data</summary><pre>${JSON.stringify(experiment, null, 2)}</pre></details>`
}

function citation({ experiment: { name, seed }, versions: { admissible }, codeHash }: Manifest): Markup {
  const text = `Admissible ${admissible}: a discrete-event benchmarking harness for distributed algorithms. Experiment “${name}”, seed ${seed}, code ${codeHash.slice(0, 12)}.`
  return html`<p>${text}</p>`
}
