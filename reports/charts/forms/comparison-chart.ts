import { textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import { figure } from '../../wording/numbers.ts'
import { axisOf, axisTitle, overhang, thinnedTo } from '../sheet/axis.ts'
import type { Chart, Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import { boundWidth } from '../sheet/key.ts'
import { onPages } from '../sheet/pages.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading } from '../sheet/panels.ts'
import { linesAbout, nameLines } from '../sheet/row-names.ts'
import type { Scale } from '../sheet/scale.ts'
import { spreadScale } from '../sheet/scales.ts'
import { seriesKey } from '../sheet/series-key.ts'
import { type Sheet, sheetFor } from '../sheet/sheet.ts'
import { withNames } from './with-names.ts'

/** A ratio with its interval, in a row of the chart. */
interface RatioMark {
  readonly name: string
  readonly series: string
  readonly ratio: number
  readonly low: number
  readonly high: number
  /** The number of a row in runs.csv. */
  readonly row: number
}

interface Ratios extends Heading {
  readonly axis: string
  readonly series: readonly string[]
  /** The series in the key. The first of all series is what these are compared with. */
  readonly shown: readonly string[]
  readonly marks: readonly RatioMark[]
}

/** In units of the look's scale. */
const gaps = { lane: 17, row: 9, name: 10, note: 14 } as const

/** Ratios as marks with lines for their intervals, in rows on one axis, and a dashed line at 1. */
export function comparisonChart(ratios: Ratios, look: Look): Chart[] {
  const { marks, shown } = withNames(ratios, look)
  const rows = distinct(marks.map(({ name }) => name))
  const scale = spreadScale(marks.flatMap(({ low, high }) => [low, high]))
  return onPages(rows, look, (some, fitting, page) =>
    draft({ ...ratios, shown, marks: marks.filter(({ name }) => some.includes(name)), page }, scale, fitting),
  )
}

function draft(ratios: Ratios, scale: Scale, look: Look): Draft {
  const { axis, series, shown, marks } = ratios
  const { scale: u, sizes } = look
  const rows = distinct(marks.map((mark) => mark.name))
  const lanes = (row: string) =>
    distinct(marks.filter((mark) => mark.name === row).map((mark) => mark.series))
  const height = (row: string) => (lanes(row).length * gaps.lane + gaps.row) * u
  const tops = rows.map((_, i) => rows.slice(0, i).reduce((sum, above) => sum + height(above), 0))
  const names = rows.map((row) => nameLines(row, height(row), look))
  const room = {
    left: Math.max(...names.flat().map((text) => textWidth(text, sizes.axis))) + gaps.name * u,
    right: overhang(scale, look),
  }
  const sheet = { ...sheetFor(1, look, room), height: tops.at(-1)! + height(rows.at(-1)!) }
  const notes = marks.map(({ ratio }) => ratioNote(ratio))
  const width = sheet.width - Math.max(...notes.map((note) => textWidth(note, sizes.label))) - gaps.note * u
  const title = axisTitle(axis, width, look)
  const placed = marks.map((mark, i) => {
    const row = rows.indexOf(mark.name)
    const lane = lanes(mark.name).indexOf(mark.series)
    return { ...mark, note: notes[i]!, y: tops[row]! + (gaps.row / 2 + (lane + 0.5) * gaps.lane) * u }
  })
  return chartOn(ratios, {
    sheet,
    datasets: {
      marks: placed,
      rows: names.flatMap((lines, i) => linesAbout(lines, tops[i]! + height(rows[i]!) / 2, look)),
      lines: tops.slice(1).map((y) => ({ y })),
    },
    key: [
      ...(shown.length > 1 ? seriesKey(series, { shown }, look) : []),
      [{ text: series[0]!, colour: look.ink.bound, dash: dashOf(look) }],
    ],
    panels: [{ header: '', layer: layers({ scale, axis: title, series, width }, sheet) }],
    titleLines: title.length,
  })
}

const dashOf = ({ scale }: Look): number[] => [6 * scale, 4 * scale]

/** A ratio to three digits. */
const ratioNote = (ratio: number): string =>
  ratio < 1000 ? ratio.toPrecision(3) : figure(Number(ratio.toPrecision(3)))

interface Layers {
  readonly scale: Scale
  readonly axis: readonly string[]
  readonly series: readonly string[]
  /** The width of the plot; what remains is for the ratios in figures. */
  readonly width: number
}

/** From the bottom up: lines between rows, the line at 1, intervals, marks, ratios in figures, names of rows. */
function layers({ scale, axis, series, width }: Layers, sheet: Sheet): Piece[] {
  const { look } = sheet
  const { ink, scale: u, sizes } = look
  const { colours, shapes } = assignMarks(series, look)
  const bySeries = (range: readonly string[]) => lookBy('series', series, range)
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { ...scale.scale, range: [0, width] },
    axis: axisOf(thinnedTo(scale, width, look), axis, look),
  })
  const y = fromTop(sheet)
  const words = (data: string, field: string, place: number, size: number): Piece => ({
    data: { name: data },
    mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: size, color: ink.text },
    encoding: { x: { value: place }, y, text: { field, type: 'nominal' } },
  })
  return [
    { data: { name: 'lines' }, mark: { type: 'rule', color: ink.grid, strokeWidth: u }, encoding: { y } },
    {
      data: { values: [{ one: 1 }] },
      mark: { type: 'rule', color: ink.bound, strokeWidth: boundWidth * u, strokeDash: dashOf(look) },
      encoding: { x: x('one') },
    },
    {
      data: { name: 'marks' },
      mark: { type: 'rule', strokeWidth: 2.5 * u, strokeCap: 'round' },
      encoding: { x: x('low'), x2: { field: 'high' }, y, color: bySeries(colours) },
    },
    {
      data: { name: 'marks' },
      mark: { type: 'point', filled: true, size: 75 * u ** 2, opacity: 1 },
      encoding: { x: x('ratio'), y, color: bySeries(colours), shape: bySeries(shapes) },
    },
    words('marks', 'note', sheet.width, sizes.label),
    words('rows', 'name', -gaps.name * u, sizes.axis),
  ]
}
