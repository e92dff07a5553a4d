import type { Chart } from '../charts/chart.ts'
import type { ChartDrawing } from '../render/svg.ts'
import { escapeText, html, Markup } from './markup.ts'

export interface DrawnChart {
  readonly chart: Chart
  readonly drawing: ChartDrawing
}

/** All figures; null if there are none. */
export function figures(charts: readonly DrawnChart[]): Markup | null {
  return charts.length === 0 ? null : html`${charts.map(figureOf)}`
}

/** Inline, so that it needs no file; without a font, since the page has it. */
function figureOf({ chart: { name, title, description }, drawing: { svg } }: DrawnChart): Markup {
  const label = `role="img" aria-label="${escapeText(description)}"`
  const inline = svg.replace(/^<svg/, `<svg ${label}`)
  const files = ['svg', 'png', 'vl.json'].map((kind) => html` <a href="charts/${name}.${kind}">${kind}</a>`)
  return html`<figure id="${name}"><div class="plot">${new Markup(inline)}</div><figcaption><span class="title">${title}</span>:${files}</figcaption></figure>
`
}
