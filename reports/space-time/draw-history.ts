import type { History } from '../../engine/index.ts'
import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { textWidth, wrapText } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { type Bar, type Bars, layOutBars } from './history-bars.ts'

const { ink, sizes, series } = defaultTheme

const margin = 18
const rowHeight = 30
const barHeight = 22

/**
 * A short history: a line for each processor, a bar for each operation from its invocation to its response, open where
 * there is none, a point for each output, an arrow from what was broadcast to where it is delivered. Events stand in
 * their order, not at their times.
 */
export function drawHistory(history: History, title: string, sentence: string): Drawing {
  const bars = layOutBars(history, { widthOf: (text) => textWidth(text, sizes.label), gap: 14, padding: 9 })
  const names = bars.lanes.map(({ processor }) => `p${processor}`)
  const left = margin + 14 + Math.max(...names.map((name) => textWidth(name, sizes.label)))
  const breadth = Math.max(
    left + bars.width + 10 + margin,
    2 * margin + textWidth(title, sizes.title, 'semibold'),
  )
  const width = Math.ceil(Math.max(480, breadth))
  const lines = wrapText(sentence, width - 2 * margin, sizes.subtitle)
  const top = 46 + 18 * lines.length
  const lanes = placed(bars, top)
  const height = lanes.end + 34
  const at = (bar: Bar): Point => ({
    x: left + bar.start,
    y: lanes.y.get(bar.processor)! + rowHeight * bar.row,
  })
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${sizes.label}" fill="${ink.text}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 1.2 L9.5 5 L0 8.8 z" fill="${ink.muted}"/></marker></defs>
<text x="${margin}" y="32" font-size="${sizes.title}" font-weight="600">${title}</text>
${lines.map((line, i) => html`<text x="${margin}" y="${54 + 18 * i}" font-size="${sizes.subtitle}" fill="${ink.muted}">${line}</text>`)}
${bars.lanes.map(({ processor }, i) => html`<text x="${left - 14}" y="${lanes.y.get(processor)! + 4.5}" text-anchor="end">${names[i]!}</text><line x1="${left}" x2="${width - margin}" y1="${lanes.y.get(processor)!}" y2="${lanes.y.get(processor)!}" stroke="${ink.axis}"/>`)}
${bars.bars.map((bar) => arrowTo(bar, bars.bars, at))}
${bars.bars.map((bar) => barMark(bar, at(bar)))}
<text x="${left}" y="${height - 12}" font-size="${sizes.legend}" fill="${ink.muted}">${noteOn(bars)}</text>
</svg>`
  return { svg: svg.text, width, height, faces: ['regular', 'semibold'] }
}

function noteOn({ bars }: Bars): string {
  const note = 'in the order of the events, not to scale'
  return bars.some(({ kind }) => kind === 'pending')
    ? `${note}; dashed: there is no answer, or it does not matter`
    : note
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The height of the first row of each processor, and where the last ends. */
function placed(
  { lanes }: Bars,
  top: number,
): { readonly y: ReadonlyMap<number, number>; readonly end: number } {
  const y = new Map<number, number>()
  let next = top + rowHeight / 2
  for (const { processor, rows } of lanes) {
    y.set(processor, next)
    next += rowHeight * rows + 8
  }
  return { y, end: next - rowHeight / 2 }
}

function barMark({ kind, text, start, end, event }: Bar, { x, y }: Point): Markup {
  const title = html`<title>${text} at ${event.time}</title>`
  if (kind === 'output')
    return html`<g><circle cx="${round(x)}" cy="${y}" r="4" fill="${series[1]!.colour}"/><rect x="${round(x + 7)}" y="${y - 9}" width="${round(end - start - 12)}" height="18" fill="#ffffff"/><text x="${round(x + 9)}" y="${y + 4.5}">${text}</text>${title}</g>`
  const { colour } = series[0]!
  const [left, right] = [round(x), round(x + end - start)]
  const [upper, lower] = [y - barHeight / 2, y + barHeight / 2]
  const outline =
    kind === 'pending'
      ? html`<rect x="${left}" y="${upper}" width="${round(end - start)}" height="${barHeight}" fill="#ffffff"/><path d="M${right} ${upper} H${left} V${lower} H${right}" fill="none" stroke="${colour}" stroke-width="1.4" stroke-dasharray="4 3"/>`
      : html`<rect x="${left}" y="${upper}" width="${round(end - start)}" height="${barHeight}" rx="2" fill="#ffffff"/><rect x="${left}" y="${upper}" width="${round(end - start)}" height="${barHeight}" rx="2" fill="${colour}" fill-opacity="0.16" stroke="${colour}" stroke-width="1.4"/>`
  return html`<g>${outline}<text x="${round((left + right) / 2)}" y="${y + 4.5}" text-anchor="middle">${text}</text>${title}</g>`
}

/** From the broadcast to a delivery of it at another processor. */
function arrowTo(bar: Bar, bars: readonly Bar[], at: (bar: Bar) => Point): Markup | null {
  const { event } = bar
  if (event.kind !== 'output') return null
  const { from, value } = (event.value ?? {}) as { readonly from?: unknown; readonly value?: unknown }
  const sent = bars.find(
    (other) =>
      other.event.kind === 'invocation' &&
      other.processor === from &&
      other.processor !== bar.processor &&
      JSON.stringify(other.event.argument) === JSON.stringify(value),
  )
  if (sent === undefined || sent.start > bar.start) return null
  const [a, b] = [at(sent), at(bar)]
  const side = Math.sign(b.y - a.y)
  return html`<line x1="${round(a.x)}" y1="${a.y + (side * barHeight) / 2}" x2="${round(b.x)}" y2="${b.y - side * 5}" stroke="${ink.muted}" stroke-width="1.2" marker-end="url(#arrow)"/>`
}

const round = (value: number): number => Math.round(100 * value) / 100
