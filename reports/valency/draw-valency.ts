import type { Outlook, Prospect } from '../../engine/index.ts'
import type { Drawing } from '../figures/svg.ts'
import { fontFamily } from '../fonts/fonts.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { themes } from '../themes/index.ts'
import { frame, keyOf, round, valencyMark } from './marks.ts'

const { ink } = themes.paper

/** Pixels, of which there are 96 to an inch: one column of a paper. */
const width = 316.8
const [left, right] = [50, 8] as const
const text = 10
const row = 12.5
/** Where the chain of inputs and the grid begin. */
const [chain, grid] = [28, 72] as const
/** No wider, however few events there are. */
const columnMax = 22

/**
 * What can be decided along a schedule that keeps everything open: above, the initial configurations from all inputs 0 to
 * all inputs 1, of which neighbours differ at one processor; below, a column for each event, with a mark for each event
 * that could happen there: what can be decided after it.
 */
export function drawValency({ initial, values, steps }: Outlook): Drawing {
  const rows = rowsOf(steps)
  const column = Math.min(columnMax, (width - left - right) / Math.max(1, steps.length))
  const x = (event: number): number => round(left + (event + 0.5) * column)
  const foot = grid + 24 + (rows.at(-1)?.y ?? 0)
  const key = keyOf(steps.some(({ next }) => next.some(({ after }) => after.decisions.length === 0)))
  const height = foot + 34 + key[0]!.length * 14
  const start = initial.findIndex((one) => one.values.join() === values.join())
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="${text}" fill="${ink.text}">
<rect width="${width}" height="${height}" fill="${ink.paper}"/>
${inputs(initial, start, x(0))}
${rows.map(({ name, y }) => html`<text x="${left - 6}" y="${grid + 24 + y + 3.5}" text-anchor="end">${name}</text><line x1="${left}" x2="${width - right}" y1="${grid + 24 + y}" y2="${grid + 24 + y}" stroke="${ink.grid}"/>`)}
<text x="${left - 6}" y="${grid + 3.5}" text-anchor="end">now</text><line x1="${x(0)}" x2="${x(Math.max(0, steps.length - 1))}" y1="${grid}" y2="${grid}" stroke="${ink.text}"/>
${steps.map(({ now, next }, event) => html`${valencyMark(now, x(event), grid, Math.min(4.4, 0.42 * column))}${next.map((prospect) => cell(prospect, x(event), grid + 24 + yOf(rows, prospect), column))}`)}
${steps.map((_, event) => ((event + 1) % 5 === 0 || event === 0 ? html`<text x="${x(event)}" y="${foot + 17}" text-anchor="middle">${String(event + 1)}</text>` : null))}
<text x="${left - 6}" y="${foot + 17}" text-anchor="end" fill="${ink.muted}">event</text>
${legend(key, foot + 36)}
</svg>`
  return { svg: svg.text, width, height, faces: ['regular', 'semibold'] }
}

/** The chain of initial configurations, and where the schedule begins. */
function inputs(initial: Outlook['initial'], start: number, to: number): Markup {
  const gap = Math.min(70, (width - 2 * left) / Math.max(1, initial.length - 1))
  const x = (i: number): number => round(width / 2 + (i - (initial.length - 1) / 2) * gap)
  const differing = (i: number): number =>
    initial[i]!.values.findIndex((value, p) => value !== initial[i - 1]!.values[p])
  const roomy = gap > textWidth(initial[0]!.values.join(''), text) + 6
  const last = initial.length - 1
  // Where they would touch, only the two ends are named, and where the schedule begins.
  const shows = (i: number): boolean =>
    roomy || i === start || (i === 0 && start > 2) || (i === last && start < last - 2)
  return html`<path d="M${x(start)} ${chain + 21} V${grid - 15} H${to} V${grid - 6}" fill="none" stroke="${ink.text}" stroke-width="0.9"/>
<line x1="${x(0)}" x2="${x(last)}" y1="${chain}" y2="${chain}" stroke="${ink.text}" stroke-width="0.8"/>
${initial.map((one, i) => html`${i === 0 ? null : html`<text x="${round((x(i) + x(i - 1)) / 2)}" y="${chain - 4}" text-anchor="middle" fill="${ink.muted}">p${differing(i)}</text>`}${valencyMark(one, x(i), chain, 7)}<text x="${x(i)}" y="${chain + 18}" text-anchor="middle"${i === start ? html` font-weight="600"` : null}>${shows(i) ? one.values.join('') : ''}</text>`)}
<text x="8" y="${chain + 18}" fill="${ink.muted}">inputs</text>`
}

/** What would be after an event. */
const cell = ({ chosen, after }: Prospect, x: number, y: number, column: number): Markup =>
  html`${valencyMark(after, x, y, Math.min(3.6, 0.36 * column))}${chosen ? frame(x, y, Math.min(5.4, 0.48 * column)) : null}`

/** What can happen: a processor hears another, or wakes. */
interface Row {
  readonly processor: number
  readonly sender: number
  readonly name: string
  readonly y: number
}

/** A row for each thing that can happen somewhere, those of a processor together. */
function rowsOf(steps: Outlook['steps']): readonly Row[] {
  const all = new Map<string, Pick<Prospect, 'processor' | 'sender'>>()
  for (const { next } of steps)
    for (const { processor, sender } of next) all.set(`${processor} ${sender}`, { processor, sender })
  const sorted = [...all.values()].sort((a, b) => a.processor - b.processor || a.sender - b.sender)
  let y = -row
  return sorted.map(({ processor, sender }, i) => {
    y += i > 0 && sorted[i - 1]!.processor !== processor ? row + 5 : row
    const name = sender === processor ? `p${processor} wakes` : `p${processor} ← p${sender}`
    return { processor, sender, name, y }
  })
}

const yOf = (rows: readonly Row[], { processor, sender }: Prospect): number =>
  rows.find((one) => one.processor === processor && one.sender === sender)!.y

const legend = (key: ReturnType<typeof keyOf>, top: number): Markup =>
  html`${key.map((entries, i) =>
    entries.map(({ words, mark }, j) => {
      const [x, y] = [14 + i * 152, top + j * 14]
      return html`${mark(x, y - 3.5)}<text x="${x + 10}" y="${y}">${words}</text>`
    }),
  )}`
