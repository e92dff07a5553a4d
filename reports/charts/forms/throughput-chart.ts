import { textWidth } from '../../fonts/text-width.ts'
import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import { axisOf, overhang, thinnedTo } from '../sheet/axis.ts'
import type { Chart, Piece } from '../sheet/chart.ts'
import { fromTop, lookBy } from '../sheet/encodings.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn } from '../sheet/panels.ts'
import type { Scale } from '../sheet/scale.ts'
import { costScale } from '../sheet/scales.ts'
import { seriesKey } from '../sheet/series-key.ts'
import { type Sheet, sheetFor } from '../sheet/sheet.ts'

/** How fast something is: a dot in a row. */
export interface Speed {
  readonly row: string
  readonly series: string
  /** Per second. */
  readonly rate: number
}

/** What a chart of speeds shows. */
export interface Throughput {
  readonly title: string
  readonly subtitle: readonly string[]
  /** What the axis is called. */
  readonly axis: string
  readonly speeds: readonly Speed[]
  /** What is written at the right of a row. */
  readonly notes: Readonly<Record<string, string>>
  /** What is written above the notes. */
  readonly noteHeader: string
}

/** In units of the look's scale. */
const rowSpacing = 30

/** Speeds as dots on a logarithmic axis: a row for each workload, a colour for each contestant. */
export function throughputChart(throughput: Throughput, look: Look): Chart {
  const { title, subtitle, speeds, notes, noteHeader } = throughput
  const { scale: u, sizes } = look
  const rowHeight = rowSpacing * u
  const rows = distinct(speeds.map(({ row }) => row))
  const scale = costScale(speeds.map(({ rate }) => rate))
  const room = {
    left: Math.max(...rows.map((row) => textWidth(row, sizes.axis))) + 10 * u,
    right: overhang(scale, look),
  }
  const sheet = { ...sheetFor(1, look, room), height: rows.length * rowHeight }
  const texts = [noteHeader, ...Object.values(notes)]
  const width = sheet.width - Math.max(...texts.map((text) => textWidth(text, sizes.label))) - 14 * u
  const centre = (row: string) => (rows.indexOf(row) + 0.5) * rowHeight
  const heading = {
    name: 'throughput',
    title,
    subtitle,
    caption: `${[title, ...subtitle].join('. ')}.`,
    data: speeds.map(({ row, series, rate }) => ({ workload: row, contestant: series, per_second: rate })),
  }
  return chartOn(heading, {
    sheet,
    datasets: {
      speeds: speeds.map((speed) => ({ ...speed, y: centre(speed.row) })),
      rows: rows.map((row) => {
        const rates = speeds.filter((speed) => speed.row === row).map(({ rate }) => rate)
        const [slowest, fastest] = [Math.min(...rates), Math.max(...rates)]
        return { row, note: notes[row] ?? '', y: centre(row), slowest, fastest }
      }),
    },
    key: seriesKey(distinct(speeds.map(({ series }) => series)), {}, look),
    panels: [{ header: '', layer: layers(throughput, scale, width, sheet) }],
  }).chart
}

/** From the bottom up: lines from the slowest to the fastest, dots, names of rows, notes and their header. */
function layers(
  { axis, speeds, noteHeader }: Throughput,
  scale: Scale,
  width: number,
  sheet: Sheet,
): Piece[] {
  const { look } = sheet
  const { ink, scale: u, sizes } = look
  const series = distinct(speeds.map((speed) => speed.series))
  const marks = assignMarks(series, look)
  const bySeries = (range: readonly string[]) => lookBy('series', series, range)
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { ...scale.scale, range: [0, width] },
    axis: axisOf(thinnedTo(scale, width, look), axis, look),
  })
  const y = fromTop(sheet)
  const text = (field: string, mark: object, place: number) => ({
    data: { name: 'rows' },
    mark: { type: 'text', align: 'right', baseline: 'middle', ...mark },
    encoding: { x: { value: place }, y, text: { field, type: 'nominal' } },
  })
  return [
    {
      data: { name: 'rows' },
      mark: { type: 'rule', color: ink.axis, strokeWidth: 1.4 * u },
      encoding: { x: x('slowest'), x2: { field: 'fastest' }, y },
    },
    {
      data: { name: 'speeds' },
      mark: { type: 'point', filled: true, size: 85 * u ** 2, opacity: 1 },
      encoding: { x: x('rate'), y, color: bySeries(marks.colours), shape: bySeries(marks.shapes) },
    },
    text('row', { fontSize: sizes.axis, color: ink.text }, -10 * u),
    text('note', { fontSize: sizes.label, color: ink.text }, sheet.width),
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'right', baseline: 'bottom', color: ink.muted, fontSize: sizes.label },
      encoding: { x: { value: sheet.width }, y: { value: -2 * u }, text: { value: noteHeader } },
    },
  ]
}
