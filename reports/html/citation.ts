import type { Manifest } from '../../experiments/cell/index.ts'
import { html, type Markup } from '../markup.ts'

/** How to refer to the results and to the program that made them, as text and as BibTeX. */
export function citation({ experiment, versions: { admissible }, codeHash }: Manifest): Markup {
  const { name, title, seed } = experiment
  const text = `“${title}”: experiment ${name}, seed ${seed}, code ${codeHash.slice(0, 12)}. Run with Admissible ${admissible}, a discrete-event benchmarking harness for distributed algorithms.`
  const bibtex = `@misc{admissible-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')},
  title        = {${texText(title)}},
  author       = {{Your name}},
  howpublished = {Results of a simulation with Admissible ${texText(admissible)}},
  note         = {Experiment ${texText(name)}, seed ${seed}, code ${codeHash.slice(0, 12)}}
}
@software{admissible,
  title   = {Admissible: distributed algorithms held to their theorems},
  author  = {{The Admissible developers}},
  version = {${texText(admissible)}}
}`
  return html`<p>${text}</p>
<pre tabindex="0" aria-label="BibTeX">${bibtex}</pre>`
}

const texCharacters: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Text as TeX sets it literally, whatever is in it. */
const texText = (text: string): string =>
  text.replace(/[\\~^&%$#_{}]/g, (character) => texCharacters[character] ?? `\\${character}`)
