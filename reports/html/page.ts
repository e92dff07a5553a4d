import { type Manifest, type Row, safetySentence } from '../../experiments/cell/index.ts'
import { answer } from '../answer/answer.ts'
import { claimVerdicts } from '../claims/claim-verdicts.ts'
import type { DrawnChart } from '../figures/on-page.ts'
import { html } from '../markup.ts'
import { comparisons } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
import { comparisonPageTable } from '../tables/comparison-table.ts'
import { summaryTable } from '../tables/group-tables.ts'
import { growthPageTable } from '../tables/growth-table.ts'
import type { PageTable } from '../tables/table.ts'
import { tightnessPageTable } from '../tables/tightness-table.ts'
import { evidenceWords } from '../wording/evidence.ts'
import { count, counted, listing } from '../wording/numbers.ts'
import { citation } from './citation.ts'
import { claims } from './claims.ts'
import { embed } from './data/embed.ts'
import { pageData } from './data/page-data.ts'
import { definition } from './definition.ts'
import { figures } from './figure.ts'
import { keyFigureFirst } from './key-figure.ts'
import { Replays } from './replays.ts'
import { reproduce } from './reproduce.ts'
import { contentsOf, type Section, sectionsOf } from './section.ts'
import { shell } from './shell.ts'
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
  drawn: readonly DrawnChart[],
  { replayCommand, scripts }: PageOptions,
): string {
  const { manifest } = results
  const { text, details, charts: wanted } = answer(results)
  const charts = keyFigureFirst(drawn, wanted)
  const [key, others] = [charts.slice(0, 1), charts.slice(1)]
  const { title, question } = manifest.experiment
  const replays = new Replays(results, replayCommand)
  const verdicts = claimVerdicts(results)
  const table = (of: PageTable | null) => tableMarkup(of, replays)
  const sections: readonly Section[] = [
    {
      id: 'claims',
      title: 'Claims',
      isOpen: true,
      body: claims(verdicts, table),
    },
    { id: 'charts', title: `${counted(others.length, 'more figure')}`, body: figures(others, 1) },
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
  const body = sectionsOf(sections)
  return shell({
    title,
    style,
    scripts,
    body: html`<header><h1>${title}</h1><p class="question">${question}</p>
<p class="answer">${text}</p>
<p class="aside">${extent(results)}</p>
${
  details.length === 0
    ? null
    : html`<details class="more"><summary>What else can be said</summary><ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul></details>`
}</header>
<main>${figures(key, 0)}
${contentsOf(sections)}
${body}</main>
${embed('admissible-data', pageData(results, charts, replays))}`,
  })
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
