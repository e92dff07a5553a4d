import { createHash } from 'node:crypto'
import { type Manifest, type Row, safetySentence } from '../../experiments/cell/index.ts'
import { answer } from '../answer/answer.ts'
import { claimVerdicts } from '../claims/claim-verdicts.ts'
import type { DrawnChart } from '../figures/on-page.ts'
import { fontFaceRule } from '../fonts/fonts.ts'
import { html, Markup } from '../markup.ts'
import { comparisons } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
import { comparisonPageTable } from '../tables/comparison-table.ts'
import { summaryTable } from '../tables/group-tables.ts'
import { growthPageTable } from '../tables/growth-table.ts'
import type { PageTable } from '../tables/table.ts'
import { tightnessPageTable } from '../tables/tightness-table.ts'
import { verdictPageTable } from '../tables/verdict-table.ts'
import { evidenceWords } from '../wording/evidence.ts'
import { count, counted, listing } from '../wording/numbers.ts'
import { citation } from './citation.ts'
import { embed } from './data/embed.ts'
import { pageData } from './data/page-data.ts'
import { definition } from './definition.ts'
import { figures } from './figure.ts'
import { Replays } from './replays.ts'
import { reproduce } from './reproduce.ts'
import { contentsOf, type Section, sectionsOf } from './section.ts'
import { slowAndFailed } from './slow-and-failed.ts'
import { style } from './style/index.ts'
import { tableMarkup } from './table.ts'

interface PageOptions {
  /** The command that runs a row's cell again. */
  readonly replayCommand: (row: Row) => string
  /** What makes the page interactive, in the order in which it is to run. */
  readonly scripts: readonly string[]
}

/** The report as one HTML file that needs nothing else: text, charts, fonts. */
export function reportPage(
  results: Results,
  charts: readonly DrawnChart[],
  { replayCommand, scripts }: PageOptions,
): string {
  const { manifest } = results
  const { title, question } = manifest.experiment
  const replays = new Replays(results, replayCommand)
  const verdicts = claimVerdicts(results)
  const table = (of: PageTable | null) => tableMarkup(of, replays)
  const sections: readonly Section[] = [
    { id: 'charts', title: 'Charts', body: figures(charts) },
    {
      id: 'claims',
      title: 'Claims',
      body: table(verdictPageTable(verdicts)) ?? html`<p>The algorithms state no claims.</p>`,
    },
    { id: 'growth', title: 'How costs grow', body: table(growthPageTable(results)) },
    { id: 'tightness', title: 'Tightness', body: table(tightnessPageTable(results, tightness(results))) },
    {
      id: 'comparisons',
      title: 'Comparisons',
      body: table(comparisonPageTable(results, comparisons(results))),
    },
    { id: 'problems', title: 'Slow and failed runs', body: slowAndFailed(results, replays) },
    { id: 'summary', title: 'Summary', body: table(summaryTable(results)) },
    { id: 'reproduce', title: 'How to reproduce each number', body: reproduce(results, replays) },
    { id: 'definition', title: 'Definition and environment', body: definition(manifest) },
    { id: 'cite', title: 'How to cite', body: citation(manifest) },
  ]
  const { text: sentence, details } = answer(results)
  const body = sectionsOf(sections)
  const fonts = (['regular', 'semibold', 'italic'] as const).map(fontFaceRule).join('')
  return `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
${policy(scripts)}<title>${title}</title><style>${new Markup(fonts + style)}</style></head>
<body><header><h1>${title}</h1><p class="question">${question}</p>
<p class="answer">${sentence}</p>
${details.length === 0 ? null : html`<ul class="details">${details.map((detail) => html`<li>${detail}</li>`)}</ul>`}
<p class="aside">${extent(results)}</p></header>
${contentsOf(sections)}
<main>${body}</main>
${embed('admissible-data', pageData(results, charts, replays))}
${scripts.map(
  (script) => html`<script>${new Markup(script)}</script>
`,
)}</body></html>`.text
  }\n`
}

/** How much there is to go by: “1,320 runs in 44 groups; 1,320 terminated.” */
function extent({ manifest, rows, groups, worstCases }: Results): string {
  const safety = safetySentence(rows, manifest.algorithms)
  const sampled = worstCases.length > 0 ? '; the sampled ones' : ''
  return `${evidenceWords(rows)}${sampled} in ${counted(groups.length, 'group')}; ${outcomes(manifest)}.${safety === null ? '' : ` ${safety}`}`
}

function outcomes({ outcomes }: Manifest): string {
  return listing(Object.entries(outcomes).map(([outcome, runs]) => `${count(runs)} ${outcome}`))
}

/**
 * Nothing is loaded from anywhere, and no script runs but these, whatever a user's text contains. Drawings and what the
 * scripts draw have styles of their own.
 */
function policy(scripts: readonly string[]): Markup {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const rules = [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return html`<meta http-equiv="Content-Security-Policy" content="${rules.join(';')}">`
}
