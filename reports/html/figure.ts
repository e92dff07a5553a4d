import type { DrawnChart } from '../figures/on-page.ts'
import { escapeText, html, Markup } from '../markup.ts'
import { compactSvg } from './compact-svg.ts'

/** Figures, of which so many come before on the page; null if there are none. */
export function figures(charts: readonly DrawnChart[], before: number): Markup | null {
  return charts.length === 0 ? null : html`${charts.map((chart, i) => figureOf(chart, before + i))}`
}

/** Inline, so that it needs no file; without a font, since the page has it. */
function figureOf({ chart, drawing: { svg } }: DrawnChart, index: number): Markup {
  const { name, title, caption, description } = chart
  const label = `role="img" aria-label="${escapeText(description)}"`
  const inline = compactSvg(svg, `f${index + 1}`).replace(/^<svg/, `<svg ${label}`)
  const files = ['svg', 'png', 'pdf', 'csv', 'vl.json'].map(
    (kind) => html` <a href="charts/${name}.${kind}">${kind}</a>`,
  )
  return html`<figure id="${name}" data-title="${title}"><div class="scroll"><div class="plot">${new Markup(inline)}</div></div>
<figcaption><strong>Figure ${index + 1}.</strong> ${caption} <span class="files">${files}</span></figcaption></figure>
`
}
