import {
  type Arrow,
  crossingText,
  messageText,
  type RecordedEvent,
  type Step,
  type Story,
  stateChanges,
  stateLines,
  timeText,
} from '../../engine/index.ts'
import { html, Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { crashMark, liarColour, recoveryMark } from './fault-marks.ts'
import type { Lane, Layout } from './layout.ts'
import { round } from './round.ts'

const { ink } = defaultTheme

/** Dotted while the processor is asleep, thin grey once it has terminated, nothing while it is down. */
export function processorLine(
  story: Story,
  { processor, name, again, y }: Lane,
  { x, left, right }: Layout,
): Markup {
  const own = story.steps.filter(({ event }) => event.processor === processor)
  const wakes = own.find(({ status }) => status !== 'asleep')?.event.time ?? story.to
  const crash = own.find(({ event: { crashes, back } }) => crashes && back === undefined)?.event.time
  const ends = crash ?? own.find(({ event }) => event.terminates)?.event.time ?? story.to
  const downs = own.flatMap(({ event: { time, back } }) => (back === undefined ? [] : [{ time, back }]))
  const lies = story.header.liars?.includes(processor) === true
  const line = (from: number, to: number, style: Markup) =>
    to <= from ? null : html`<line x1="${round(from)}" x2="${round(to)}" y1="${y}" y2="${y}" ${style}/>`
  const started = story.from > 0 ? story.from : Math.min(wakes, ends)
  const bounds = [started, ...downs.flatMap(({ time, back }) => [time, Math.min(back, ends)]), ends]
  const ups = Array.from(
    { length: bounds.length / 2 },
    (_, i) => [bounds[2 * i]!, bounds[2 * i + 1]!] as const,
  )
  return html`<text x="${left - 14}" y="${y + 4.5}" text-anchor="end" fill="${lies ? liarColour : again ? ink.muted : ink.text}">${name}</text>${line(left, x(started), html`stroke="${ink.axis}" stroke-dasharray="1 4"`)}${ups.map(([from, to]) => line(x(from), x(to), html`stroke="${lies ? liarColour : ink.text}" stroke-width="1.2"`))}${crash !== undefined ? null : line(x(ends), right, html`stroke="${ink.axis}" stroke-dasharray="5 4"`)}`
}

/** Points at the event that processes the message; bold if it is in the witness. */
export function messageArrow(
  arrow: Arrow,
  { witness }: Story,
  layout: Layout,
  type: number,
  colourOf: (type: string) => string,
): Markup {
  const { message, from, to, sent, arrival, id } = arrow
  const [y1, y2] = layout.ends(arrow)
  const bold = witness.has(id)
  const title = `m${id} ${messageText(message)} from p${from} to p${to}\nsent at ${timeText(sent)}, processed at ${timeText(arrival)}`
  // The head ends at the rim of the dot.
  const [dx, dy] = [layout.x(arrival) - layout.x(sent), y2 - y1]
  const short = 4.5 / Math.hypot(dx, dy)
  return html`<line x1="${round(layout.x(sent))}" y1="${y1}" x2="${round(layout.x(arrival) - dx * short)}" y2="${round(y2 - dy * short)}" stroke="${colourOf(message.type)}" stroke-width="${bold ? 3.2 : 1.3}"${bold ? null : new Markup(' opacity="0.75"')} marker-end="url(#${bold ? 'bold-' : ''}head-${type})"><title>${title}</title></line>`
}

/** Full; a ring where the processor wakes by itself; a square where it terminates; a cross where it crashes; a diamond where it comes back. */
export function eventDot(
  { event, status, before, after, received }: Step,
  { y, again }: Lane,
  layout: Layout,
): Markup {
  const x = round(layout.x(event.time))
  const changes = stateChanges(before, after)
  const title = [
    `p${event.processor} at ${timeText(event.time)}, ${status}`,
    ...(event.lies ? ['lies'] : []),
    ...(event.crashes ? ['crashes'] : []),
    ...(event.recovers ? ['comes back'] : []),
    ...(event.wakes ? ['wakes by itself'] : []),
    ...(event.crossings ?? []).map(crossingText),
    ...received.map(({ message, sender }) => `receives ${messageText(message)} from p${sender}`),
    ...(changes.length > 0 ? ['', 'changes', ...changes.map((line) => `  ${line}`)] : []),
    '',
    'state',
    ...stateLines(after).map((line) => `  ${line}`),
  ].join('\n')
  const colour = event.lies ? liarColour : again ? ink.muted : ink.text
  return html`<g>${eventMark(event, x, y, colour)}<title>${title}</title></g>`
}

export type Mark = Pick<RecordedEvent, 'wakes' | 'terminates' | 'crashes' | 'recovers'>

export function eventMark(
  { wakes, terminates, crashes, recovers }: Mark,
  x: number,
  y: number,
  colour: string,
): Markup {
  if (crashes) return crashMark(x, y)
  if (recovers) return recoveryMark(x, y, colour)
  if (terminates) return html`<rect x="${x - 4.5}" y="${y - 4.5}" width="9" height="9" fill="${colour}"/>`
  const [radius, fill] = wakes ? [4, '#ffffff'] : [3.6, colour]
  return html`<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${colour}" stroke-width="1.4"/>`
}
