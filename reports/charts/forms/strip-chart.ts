import { textWidth } from '../../fonts/text-width.ts'
import { distinct, groupBy } from '../../group-by.ts'
import { describe, quantile } from '../../statistics/describe.ts'
import type { Look } from '../../themes/look.ts'
import { costliest, type Measured, valuesIn } from '../data/observations.ts'
import { axisTitle, overhang } from '../sheet/axis.ts'
import type { Chart } from '../sheet/chart.ts'
import { fitsAlone, onPages } from '../sheet/pages.ts'
import { assignMarks, darkColours } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading, type Page } from '../sheet/panels.ts'
import { linesAbout, nameLines } from '../sheet/row-names.ts'
import type { Scale } from '../sheet/scale.ts'
import { costScale } from '../sheet/scales.ts'
import { seriesKey } from '../sheet/series-key.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'
import { nameGap, stripLayers } from './strip-layers.ts'
import { withNames } from './with-names.ts'

/** One sample, drawn as a lane: a box from quartile to quartile, a mark at the median, a dot for each run. */
export interface Lane {
  readonly panel: string
  /** The name of the row of the chart that it lies in. */
  readonly name: string
  readonly series: string
  readonly runs: readonly Measured[]
  /** What the theorem says of it, drawn as an upright mark. */
  readonly bound: number | null
  /** Written at the right end. */
  readonly note?: string
}

export interface Strips extends Heading {
  readonly axis: string
  readonly series: readonly string[]
  readonly lanes: readonly Lane[]
  /** Default: one that suits costs. */
  readonly scaleOf?: (values: readonly number[]) => Scale
}

/** More dots than this would run together. Of more runs, this many quantiles are drawn instead. */
export const dotsMax = 100

/** Samples side by side, in rows that share an axis; each panel has an axis of its own. */
export function stripChart(strips: Strips, look: Look): Chart[] {
  const { series } = strips
  const named = strips.lanes.every((lane) => lane.name === lane.series)
  const apart = named ? null : withNames({ series, shown: series, marks: strips.lanes }, look)
  const whole = apart === null ? strips : { ...strips, series: apart.shown, lanes: apart.marks }
  const { lanes, scaleOf = costScale } = whole
  const scales = new Map(
    [...groupBy(lanes, ({ panel }) => panel)].map(([panel, own]) => {
      const values = own.flatMap(({ runs, bound }) => [...valuesIn(runs), ...(bound === null ? [] : [bound])])
      return [panel, scaleOf(values)]
    }),
  )
  const drawn = (some: readonly (readonly Lane[])[], fitting: Look, page: Page | undefined) =>
    draft({ ...whole, lanes: some.flat(), page }, { named, scales }, fitting)
  const panels = [...groupBy(lanes, ({ panel }) => panel).values()]
  const rows = [...groupBy(lanes, ({ panel, name }) => JSON.stringify([panel, name])).values()]
  // A panel that is too high for a page is divided among several, and then so are all.
  const apiece = panels.length > 1 && panels.every((panel) => fitsAlone(panel, look, drawn))
  return onPages(apiece ? panels : rows, look, drawn)
}

/** What all pages of a chart of strips have in common. */
interface Whole {
  /** Whether rows are series. */
  readonly named: boolean
  /** The axis of each panel. */
  readonly scales: ReadonlyMap<string, Scale>
}

function draft(strips: Strips, { named, scales: all }: Whole, look: Look): Draft {
  const { scale: u, sizes } = look
  const { axis, series, lanes } = strips
  const panels = distinct(lanes.map(({ panel }) => panel))
  const rows = distinct(lanes.map((lane) => lane.name))
  const { laneHeight, rowGap, lanesIn, tops, height } = rowsOf(rows, strips, u)
  const names = rows.map((row) => nameLines(row, lanesIn(row) * laneHeight + rowGap, look))
  const scales = panels.map((panel) => all.get(panel)!)
  const room = {
    left: Math.max(...names.flat().map((line) => textWidth(line, sizes.axis))) + nameGap * u,
    right: Math.max(...scales.map((scale) => overhang(scale, look))),
  }
  const notes = Math.max(0, ...lanes.map(({ note }) => textWidth(note ?? '', sizes.label)))
  const sheet = { ...sheetFor(panels.length, look, { ...room, least: 130 + notes / u }), height }
  const width = sheet.width - (notes === 0 ? 0 : notes + 14 * u)
  const title = axisTitle(axis, width, look)
  const inks = darkColours(series, look)
  const { colours } = assignMarks(series, look)
  const paint = (lane: Lane) => {
    const i = series.indexOf(lane.series)
    return { colour: colours[i]!, ink: inks[i]! }
  }
  const drawn = panels.map((panel, index) => {
    const own = lanes.filter((lane) => lane.panel === panel)
    const scale = scales[index]!
    const placed = rows.flatMap((row, i) => {
      const inRow = own.filter((lane) => lane.name === row)
      return inRow.map((lane, j) => ({ lane, centre: tops[i]! + (j + 0.5) * laneHeight }))
    })
    return {
      panel,
      scale,
      placed,
      dots: placed.flatMap((one) => dotsOf(one, scale, { width, laneHeight, dot: 5 * u })),
    }
  })
  return chartOn(strips, {
    sheet,
    datasets: {
      lanes: drawn.flatMap(({ placed }) => placed.map((one) => laneOf(one, paint(one.lane)))),
      dots: drawn.flatMap(({ dots }) => dots),
      rows: names.flatMap((lines, i) =>
        linesAbout(lines, tops[i]! + (lanesIn(rows[i]!) * laneHeight) / 2, look),
      ),
      lines: rows.slice(1).map((_, i) => ({ y: tops[i + 1]! - rowGap / 2 })),
    },
    key: named || series.length === 1 ? [] : seriesKey(series, {}, look),
    panels: drawn.map(({ panel, scale }, index) => ({
      header: panel,
      layer: stripLayers(panel, {
        scale,
        axis: edges(sheet, index).bottom ? title : null,
        series,
        named,
        sheet,
        width,
        laneHeight,
        crowded: lanes.some(({ runs }) => runs.length > 30),
        labelled: edges(sheet, index).left,
      }),
    })),
    titleLines: title.length,
  })
}

/** Where the rows lie: each is as high as its lanes, with a gap to the next. */
function rowsOf(rows: readonly string[], { series, lanes }: Strips, unit: number) {
  const laneHeight = (series.length === 1 ? 36 : series.length <= 3 ? 24 : 16) * unit
  const rowGap = 12 * unit
  const lanesIn = (row: string) =>
    Math.max(1, new Set(lanes.filter((lane) => lane.name === row).map((l) => l.series)).size)
  const tops = rows.map((_, i) =>
    rows.slice(0, i).reduce((sum, above) => sum + lanesIn(above) * laneHeight + rowGap, rowGap / 2),
  )
  const height = tops.at(-1)! + lanesIn(rows.at(-1)!) * laneHeight + rowGap / 2
  return { laneHeight, rowGap, lanesIn, tops, height }
}

interface Placed {
  readonly lane: Lane
  readonly centre: number
}

function laneOf({ lane: { panel, name, series, runs, bound, note }, centre }: Placed, paint: object): object {
  const { min, q1, median, q3, max } = describe(valuesIn(runs))!
  const row = costliest(runs)
  return { panel, name, series, ...paint, y: centre, min, q1, median, q3, max, bound, note: note ?? '', row }
}

/** Dots of one lane: those that would touch are stacked away from the centre, by turns below and above it. */
function dotsOf(
  { lane: { panel, series, runs }, centre }: Placed,
  scale: Scale,
  { width, laneHeight, dot }: { readonly width: number; readonly laneHeight: number; readonly dot: number },
): object[] {
  const columns = groupBy(shownOf(runs), ({ value }) =>
    String(Math.round((scale.toUnit(value) * width) / dot)),
  )
  return [...columns.values()].flatMap((column) => {
    const step = Math.min(dot, (laneHeight - dot) / column.length)
    return column.map((one, i) => ({
      panel,
      series,
      ...one,
      y: Number((centre + turn(i, column.length) * step).toFixed(2)),
    }))
  })
}

/** The runs in order. Of too many runs it gives quantiles, each with the row of the nearest run. */
function shownOf(runs: readonly Measured[]): Measured[] {
  const sorted = [...runs].sort((a, b) => a.value - b.value)
  if (sorted.length <= dotsMax) return sorted
  const values = valuesIn(sorted)
  return Array.from({ length: dotsMax }, (_, i) => {
    const p = (i + 0.5) / dotsMax
    return { value: quantile(values, p), row: sorted[Math.round(p * (sorted.length - 1))]!.row }
  })
}

/** The places of `count` things in a stack around 0, from the middle outwards: for three of them 0, 1, −1. */
function turn(i: number, count: number): number {
  const middle = count % 2 === 1 ? 0 : -0.5
  return middle + (i % 2 === 1 ? (i + 1) / 2 : -i / 2)
}
