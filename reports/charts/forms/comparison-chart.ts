import { textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import { axisOf, axisTitle, overhang } from '../sheet/axis.ts'
import type { Chart, Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import { legendColumns } from '../sheet/legend.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Heading } from '../sheet/panels.ts'
import { linesAbout, nameLines } from '../sheet/row-names.ts'
import type { Scale } from '../sheet/scale.ts'
import { spreadScale } from '../sheet/scales.ts'
import { type Sheet, sheetFor } from '../sheet/sheet.ts'

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
  /** The series in the legend: the first is what the others are compared with. */
  readonly shown: readonly string[]
  readonly marks: readonly RatioMark[]
}

/** In units of the look's scale. */
const gaps = { lane: 20, row: 12, name: 10, note: 14 } as const

/** Ratios as marks with lines for their intervals, in rows on one axis, and a dashed line at 1. */
export function comparisonChart(ratios: Ratios, look: Look): Chart {
  const { axis, series, shown, marks } = ratios
  const { scale: u, sizes } = look
  const rows = distinct(marks.map((mark) => mark.name))
  const lanes = (row: string) =>
    distinct(marks.filter((mark) => mark.name === row).map((mark) => mark.series))
  const height = (row: string) => (lanes(row).length * gaps.lane + gaps.row) * u
  const tops = rows.map((_, i) => rows.slice(0, i).reduce((sum, above) => sum + height(above), 0))
  const names = rows.map((row) => nameLines(row, height(row), look))
  const scale = spreadScale(marks.flatMap(({ low, high }) => [low, high]))
  const room = {
    left: Math.max(...names.flat().map((text) => textWidth(text, sizes.axis))) + gaps.name * u,
    right: overhang(scale, look),
  }
  const sheet = { ...sheetFor(1, look, room), height: tops.at(-1)! + height(rows.at(-1)!) }
  const notes = marks.map(({ ratio }) => ratio.toPrecision(3))
  const width = sheet.width - Math.max(...notes.map((note) => textWidth(note, sizes.label))) - gaps.note * u
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
    panels: [{ header: '', layer: layers({ scale, axis, series, shown, width }, sheet) }],
  })
}

interface Layers {
  readonly scale: Scale
  readonly axis: string
  readonly series: readonly string[]
  readonly shown: readonly string[]
  /** The width of the plot; what remains is for the ratios in figures. */
  readonly width: number
}

/** From the bottom up: lines between rows, the line at 1, intervals, marks, ratios in figures, names of rows. */
function layers({ scale, axis, series, shown, width }: Layers, sheet: Sheet): Piece[] {
  const { look } = sheet
  const { ink, scale: u, sizes } = look
  const { colours, shapes } = assignMarks(series, look)
  const legend = shown.length > 1 ? { values: shown, columns: legendColumns(shown, sheet) } : null
  const bySeries = (range: readonly string[]) => lookBy('series', series, range, legend)
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { ...scale.scale, range: [0, width] },
    axis: axisOf(scale, axisTitle(axis, width, look)),
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
      mark: { type: 'rule', color: ink.bound, strokeWidth: 1.4 * u, strokeDash: [6 * u, 4 * u] },
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
