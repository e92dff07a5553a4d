import type { Crossing, RecordedEvent, Story } from '../../engine/index.ts'
import { textWidth } from '../fonts/text-width.ts'
import { html, type Markup } from '../markup.ts'
import { defaultTheme } from '../themes/index.ts'
import { barOpacity } from './bar-opacity.ts'
import { liarColour } from './fault-marks.ts'
import { keyRow } from './layout.ts'
import { eventMark, type Mark } from './marks.ts'

const { ink, sizes } = defaultTheme

/** What a mark stands for. */
interface Entry {
  readonly text: string
  /** How broad the mark is. */
  readonly breadth: number
  mark(x: number, y: number): Markup
}

type Key = readonly Entry[]

/** Where the middle of the first row is, in pixels. */
const firstRow = 72

/** The types of messages, and what the bold line and the marks of events are. */
export function keyOf(types: readonly string[], colourOf: (type: string) => string, story: Story): Key {
  const any = (shown: (event: RecordedEvent) => boolean) => story.steps.some(({ event }) => shown(event))
  const ifAny = (shown: boolean, entry: Entry): Key => (shown ? [entry] : [])
  return [
    ...types.map((type) => line(type, colourOf(type), 1.6)),
    ...ifAny(
      any(({ wakes }) => wakes),
      dot('wakes by itself', { wakes: true, terminates: false }),
    ),
    ...ifAny(
      any(({ terminates }) => terminates),
      dot('terminates', { wakes: false, terminates: true }),
    ),
    ...ifAny(
      any(({ crashes }) => crashes === true),
      dot('crashes', { wakes: false, terminates: false, crashes: true }),
    ),
    ...ifAny(
      any(({ recovers }) => recovers === true),
      dot('comes back', { wakes: false, terminates: false, recovers: true }),
    ),
    ...ifAny(
      any(({ lies }) => lies === true),
      line('Byzantine', liarColour, 1.6),
    ),
    ...ifAny(
      any(({ strays = [] }) => strays.length > 0),
      line('broken: not sent, or lost', ink.muted, 1.2, '4 3'),
    ),
    ...ifAny(story.algorithm.service !== undefined, bar('pending')),
    ...ifAny(
      any(({ crossings = [] }) => crossings.some((one) => isHeld(one, story))),
      bar('held'),
    ),
    ...ifAny(
      story.witness.size > 0,
      line('bold: the chain of messages that realises the time', ink.text, 3.6),
    ),
  ]
}

const line = (text: string, colour: string, stroke: number, dashes?: string): Entry => ({
  text,
  breadth: 26,
  mark: (x, y) =>
    html`<line x1="${x}" x2="${x + 26}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="${stroke}"${dashes === undefined ? null : html` stroke-dasharray="${dashes}"`}/>`,
})

const dot = (text: string, event: Mark): Entry => ({
  text,
  breadth: 10,
  mark: (x, y) => html`${eventMark(event, x + 5, y, ink.text)}`,
})

const bar = (kind: keyof typeof barOpacity): Entry => ({
  text: kind,
  breadth: 22,
  mark: (x, y) =>
    html`<rect x="${x}" y="${y - 6}" width="22" height="12" rx="2" fill="${ink.text}" opacity="${barOpacity[kind]}"/>`,
})

/** Whether an operation that is asked for gives something to be held. */
const isHeld = (crossing: Crossing, { algorithm }: Story): boolean =>
  crossing.kind === 'invocation' &&
  algorithm.service?.operations[crossing.operation]?.followedBy !== undefined

/** The entries of a key in rows that are no broader than a diagram. */
export function keyRows(key: Key, width: number): Key[] {
  const rows: Entry[][] = [[]]
  let end = margin
  for (const entry of key) {
    if (end + entryWidth(entry) > width - margin && rows.at(-1)!.length > 0) {
      rows.push([])
      end = margin
    }
    rows.at(-1)!.push(entry)
    end += entryWidth(entry) + gap
  }
  return rows
}

const [margin, gap] = [18, 22]

const entryWidth = ({ text, breadth }: Entry): number => breadth + 7 + textWidth(text, sizes.legend)

export function drawKey(rows: readonly Key[]): Markup {
  return html`${rows.flatMap((row, i) => {
    let x = margin
    const y = firstRow + i * keyRow
    return row.map((entry) => {
      const at = x
      x += entryWidth(entry) + gap
      return html`${entry.mark(at, y)}<text x="${at + entry.breadth + 7}" y="${y + 4.5}" font-size="${sizes.legend}">${entry.text}</text>`
    })
  })}`
}
