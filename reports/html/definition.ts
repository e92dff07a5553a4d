import type { Manifest } from '../../experiments/cell/index.ts'
import { html, type Markup } from '../markup.ts'

/** What was run, and on what: the algorithms in words, the versions, the whole definition as data. */
export function definition({ experiment, algorithms, versions, codeHash }: Manifest): Markup {
  const list: readonly (readonly [string, string])[] = [
    ['Root seed', String(experiment.seed)],
    ['Replicates', replicates(experiment)],
    ['Versions', `admissible ${versions.admissible}, Node ${versions.node}, V8 ${versions.v8}`],
    ['Hash of the code that can change a number', codeHash],
  ]
  return html`<ul>${algorithms.map(
    ({ title, name, summary, source }) =>
      html`<li><strong>${title}</strong> (<code>${name}</code>)${summary === null ? null : `: ${summary}`}${source === null ? null : `. ${source}`}</li>`,
  )}</ul>
<dl>${list.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
<h3 id="definition-data">The definition as data</h3>
<pre tabindex="0" aria-labelledby="definition-data">${compactJson(experiment)}</pre>`
}

function replicates({ replicates, untilCi }: Manifest['experiment']): string {
  // Results of older versions do not say.
  if (untilCi == null) return String(replicates)
  return `${untilCi.least} to ${replicates}, until the 95% intervals of the means are narrower than ${100 * untilCi.fraction}%`
}

/** JSON in lines, but lists of plain values each in one. */
function compactJson(data: unknown): string {
  // In JSON line breaks are only ever layout.
  return JSON.stringify(data, null, 2).replace(/\[\n\s+([^[\]{}]*?)\n\s*\]/g, (_, inner: string) => {
    return `[${inner.replace(/\n\s+/g, ' ')}]`
  })
}
