import { textWidth, wrapText } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import type { Piece } from './chart.ts'

/** A sample of a mark, and what the mark stands for. */
export interface KeyEntry {
  readonly text: string
  readonly colour: string
  /** Of a point. */
  readonly shape?: string
  /** Of a line: its dash, empty for a whole line. */
  readonly dash?: readonly number[]
}

/** What the marks of a figure or of a panel stand for. The entries of one group belong together. */
export type Key = readonly (readonly KeyEntry[])[]

/** An entry, or what of it stands in one row, from the left edge of the key. */
interface Placed extends KeyEntry {
  readonly x: number
  /** Whether it has a sample: the second line of a long text has none. */
  readonly first: boolean
}

/** In units of the look's scale. */
const gaps = { line: 34, point: 13, text: 5, entry: 16, group: 24 } as const

/** From one row of a key to the next, as a multiple of the font's size. */
const rowHeight = 1.4

/** A key in one row where it fits; otherwise in a row for each group, or in rows that are as full as can be. */
export function keyRows(key: Key, width: number, look: Look): Placed[][] {
  const u = look.scale
  const groups = key.filter((group) => group.length > 0)
  const oneRow = rowWidth(groups, look) <= width
  const apart = !oneRow && groups.some((group) => group.length > 1)
  const rows: Placed[][] = []
  let x = 0
  for (const group of groups)
    for (const [i, entry] of group.entries()) {
      const needed = entryWidth(entry, look)
      const gap = (i === 0 ? gaps.group : gaps.entry) * u
      const starts = rows.length === 0 || (apart && i === 0) || x + gap + needed > width
      // What belongs to a group and has no room beside its first entry stands below it, indented.
      const left = starts ? (i > 0 ? gaps.group * u : 0) : x + gap
      if (starts) rows.push([])
      const lines = wrapText(entry.text, width - left - sampleWidth(entry, look), look.sizes.legend)
      for (const [line, text] of lines.entries()) {
        if (line > 0) rows.push([])
        rows.at(-1)!.push({ ...entry, text, x: left, first: line === 0 })
      }
      x = left + needed
    }
  return rows
}

/** The height of so many rows. */
export const keyHeight = (rows: number, { sizes }: Look): number => rows * rowHeight * sizes.legend

/** The rows of a key as marks, the first row at `top`; both from the upper left corner of a plot. */
export function keyLayers(
  rows: readonly Placed[][],
  { id, left, top }: { readonly id: string; readonly left: number; readonly top: number },
  look: Look,
): Piece[] {
  if (rows.length === 0) return []
  const { scale: u, sizes, ink } = look
  const places = rows.flatMap((row, i) =>
    row.map((entry) => {
      const x = left + entry.x
      const end = x + sampleWidth(entry, look) - gaps.text * u
      const whole = entry.dash?.length === 0
      return {
        ...entry,
        x,
        end,
        middle: (x + end) / 2,
        left: end + gaps.text * u,
        y: top + keyHeight(i + 0.5, look),
        style: isBound(entry) ? 'italic' : 'normal',
        stroke: (whole ? 2.5 : boundWidth) * u,
      }
    }),
  )
  const layer = (name: string, values: readonly object[], mark: object, encoding: object): Piece[] =>
    values.length === 0
      ? []
      : [{ name: `${id}-${name}`, data: { values }, mark: { opacity: 1, ...mark }, encoding }]
  const samples = places.filter(({ first }) => first)
  const words = { type: 'text', align: 'left', baseline: 'middle', fontSize: sizes.legend, color: ink.text }
  const y = { y: own('y') }
  return [
    ...layer(
      'lines',
      samples.filter(({ dash }) => dash !== undefined),
      { type: 'rule' },
      {
        x: own('x'),
        x2: own('end'),
        ...y,
        stroke: own('colour'),
        strokeWidth: own('stroke'),
        strokeDash: own('dash'),
      },
    ),
    ...layer(
      'points',
      samples.filter(({ shape }) => shape !== undefined),
      { type: 'point', filled: true, size: 62 * u ** 2 },
      { x: own('middle'), ...y, fill: own('colour'), shape: own('shape') },
    ),
    ...layer(
      'words',
      places,
      { ...words, fontStyle: { expr: 'datum.style' } },
      {
        x: own('left'),
        ...y,
        text: { field: 'text', type: 'nominal' },
      },
    ),
  ]
}

/** What a datum says itself, without a scale. */
const own = (field: string) => ({ value: { expr: `datum.${field}` } })

/** The width of the line of a bound, in units of the look's scale. */
export const boundWidth = 1.5

const isBound = ({ dash, shape }: KeyEntry): boolean => dash !== undefined && shape === undefined

const sampleWidth = ({ dash }: KeyEntry, { scale }: Look): number =>
  ((dash === undefined ? gaps.point : gaps.line) + gaps.text) * scale

const entryWidth = (entry: KeyEntry, look: Look): number =>
  sampleWidth(entry, look) + textWidth(entry.text, look.sizes.legend, isBound(entry) ? 'italic' : 'regular')

function rowWidth(groups: Key, look: Look): number {
  const entries = groups.flat().reduce((sum, entry) => sum + entryWidth(entry, look), 0)
  const inside = groups.reduce((sum, group) => sum + group.length - 1, 0) * gaps.entry
  return entries + (inside + Math.max(0, groups.length - 1) * gaps.group) * look.scale
}
