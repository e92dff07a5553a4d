import { type Crossing, type RecordedEvent, type Story, timeText, topologies } from '../../engine/index.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { barOpacity } from './bar-opacity.ts'
import { liarColour } from './fault-marks.ts'
import type { Layout } from './layout.ts'
import { eventMark, type Mark } from './marks.ts'
import { round } from './round.ts'

const { ink, sizes } = defaultTheme

/** What ran, on what, and which part of it is shown. */
export function heading({ algorithm, header, instance, from, to }: Story): Markup {
  const { n, m } = instance.network
  const spec = header.cell?.topology
  const network = spec === undefined ? '' : `${topologies.find(spec)?.entry.name ?? spec}, `
  const timing =
    header.timing === 'synchronous'
      ? 'in rounds'
      : `asynchronous, delays ${header.cell?.delay ?? 'as recorded'}`
  const span = from > 0 ? `; times ${timeText(from)} to ${timeText(to)}` : ''
  return html`<text x="18" y="32" font-size="${sizes.title}" font-weight="600">${algorithm.title ?? algorithm.name}</text>
<text x="18" y="52" font-size="${sizes.subtitle}" fill="${ink.muted}">${network}${n} processors, ${m} channels; ${timing}${span}</text>`
}

const brokenLine = (at: number): Markup =>
  html`<line x1="${at}" x2="${at + 26}" y1="72" y2="72" stroke="${ink.muted}" stroke-width="1.2" stroke-dasharray="4 3"/>`

/** The types of messages, and what the bold line and the marks of events are. */
export function legend(types: readonly string[], colourOf: (type: string) => string, story: Story): Markup {
  let x = 18
  const entry = (symbol: (x: number) => Markup, breadth: number, text: string): Markup => {
    const at = x
    x += breadth + 7 + textWidth(text, sizes.legend) + 22
    return html`${symbol(at)}<text x="${at + breadth + 7}" y="76.5" font-size="${sizes.legend}">${text}</text>`
  }
  const line = (colour: string, stroke: number) => (at: number) =>
    html`<line x1="${at}" x2="${at + 26}" y1="72" y2="72" stroke="${colour}" stroke-width="${stroke}"/>`
  const dot = (event: Mark) => (at: number) => html`${eventMark(event, at + 5, 72, ink.text)}`
  const bar = (kind: keyof typeof barOpacity) => (at: number) =>
    html`<rect x="${at}" y="66" width="22" height="12" rx="2" fill="${ink.text}" opacity="${barOpacity[kind]}"/>`
  const any = (shown: (event: RecordedEvent) => boolean) => story.steps.some(({ event }) => shown(event))
  return html`${types.map((type) => entry(line(colourOf(type), 1.6), 26, type))}${[
    any(({ wakes }) => wakes) ? entry(dot({ wakes: true, terminates: false }), 10, 'wakes by itself') : null,
    any(({ terminates }) => terminates)
      ? entry(dot({ wakes: false, terminates: true }), 10, 'terminates')
      : null,
    any(({ crashes }) => crashes === true)
      ? entry(dot({ wakes: false, terminates: false, crashes: true }), 10, 'crashes')
      : null,
    any(({ recovers }) => recovers === true)
      ? entry(dot({ wakes: false, terminates: false, recovers: true }), 10, 'comes back')
      : null,
    any(({ lies }) => lies === true) ? entry(line(liarColour, 1.6), 26, 'Byzantine') : null,
    any(({ strays = [] }) => strays.length > 0) ? entry(brokenLine, 26, 'broken: not sent, or lost') : null,
    story.algorithm.service === undefined ? null : entry(bar('pending'), 22, 'pending'),
    any(({ crossings = [] }) => crossings.some((one) => isHeld(one, story)))
      ? entry(bar('held'), 22, 'held')
      : null,
    story.witness.size > 0
      ? entry(line(ink.text, 3.6), 26, 'bold: the chain of messages that realises the time')
      : null,
  ]}`
}

/** Whether an operation that is asked for gives something to be held. */
const isHeld = (crossing: Crossing, { algorithm }: Story): boolean =>
  crossing.kind === 'invocation' &&
  algorithm.service?.operations[crossing.operation]?.followedBy !== undefined

/** A tick at each whole unit of time, or at every second, fifth, tenth … where these are too dense. */
export function timeAxis({ from, to, header }: Story, { x, left, right, top, bottom }: Layout): Markup {
  const steps = [
    0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000,
  ]
  const least = header.timing === 'synchronous' ? 1 : 0.1
  const step =
    steps.find((step) => step >= least && ((right - left) * step) / (to - from || 1) >= 46) ?? to - from
  const first = Math.ceil(from / step - 1e-9)
  const ticks = Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => (first + i) * step)
  const unit = header.timing === 'synchronous' ? 'round' : 'time'
  return html`${ticks.map((tick) => html`<line x1="${round(x(tick))}" x2="${round(x(tick))}" y1="${top}" y2="${bottom}" stroke="${ink.grid}"/><text x="${round(x(tick))}" y="${bottom + 17}" text-anchor="middle" fill="${ink.muted}">${timeText(tick)}</text>`)}<text x="${(left + right) / 2}" y="${bottom + 36}" text-anchor="middle" font-size="${sizes.axisTitle}">${unit}</text>`
}
