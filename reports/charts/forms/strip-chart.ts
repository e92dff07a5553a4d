import { textWidth } from '../../fonts/text-width.ts'
import { distinct, groupBy } from '../../group-by.ts'
import { describe } from '../../statistics/describe.ts'
import type { Look } from '../../themes/look.ts'
import { costliest, valuesIn } from '../data/observations.ts'
import { axisTitle, overhang } from '../sheet/axis.ts'
import type { Chart } from '../sheet/chart.ts'
import { type Draw, fitsAlone, onPagesEach, split } from '../sheet/pages.ts'
import { assignMarks, darkColours } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading, type Page } from '../sheet/panels.ts'
import { heightFor, linesAbout, nameLines } from '../sheet/row-names.ts'
import type { Scale } from '../sheet/scale.ts'
import { costScale } from '../sheet/scales.ts'
import { seriesKey } from '../sheet/series-key.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'
import { dotsOf, type Lane, type Placed } from './strip-dots.ts'
import { nameGap, stripLayers } from './strip-layers.ts'
import { withNames } from './with-names.ts'

export interface Strips extends Heading {
  readonly axis: string
  readonly series: readonly string[]
  readonly lanes: readonly Lane[]
  /** Default: one that suits costs. */
  readonly scaleOf?: (values: readonly number[]) => Scale
}

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
  return onPagesEach(blocksOf(lanes, look, drawn), look, drawn)
}

/**
 * What goes on pages together: the rows of the only panel; otherwise panels. Where panels are too high for a page, all are
 * divided alike, so that a page has the same rows in each of its panels.
 */
function blocksOf(lanes: readonly Lane[], look: Look, draw: Draw<readonly Lane[]>): (readonly Lane[])[][] {
  const rows = [...groupBy(lanes, ({ name }) => name).values()]
  const panelsIn = (some: readonly Lane[]) => [...groupBy(some, ({ panel }) => panel).values()]
  if (panelsIn(lanes).length === 1) return [rows]
  for (let shares = 1; ; shares++) {
    const blocks = split(rows, shares).map((share) => panelsIn(share.flat()))
    if (shares >= rows.length || blocks.flat().every((panel) => fitsAlone(panel, look, draw))) return blocks
  }
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
  const { laneHeight, rowGap, middles, tops, heights, height } = rowsOf(rows, strips, look)
  const names = rows.map((row, i) => nameLines(row, heights[i]! + rowGap, look))
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
      const first = middles[i]! - ((inRow.length - 1) / 2) * laneHeight
      return inRow.map((lane, j) => ({ lane, centre: first + j * laneHeight }))
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
      rows: names.flatMap((lines, i) => linesAbout(lines, middles[i]!, look)),
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

/** Names of rows have room for so many lines. */
const nameLinesMost = 2

/** Where the rows lie: each is as high as its lanes and its name, with a gap to the next. */
function rowsOf(rows: readonly string[], { series, lanes }: Strips, look: Look) {
  const { scale: unit } = look
  const laneHeight = (series.length === 1 ? 36 : series.length <= 3 ? 24 : 16) * unit
  const rowGap = 12 * unit
  const lanesIn = (row: string) =>
    Math.max(1, new Set(lanes.filter((lane) => lane.name === row).map((l) => l.series)).size)
  // The gap has room for a name, too.
  const heights = rows.map((row) =>
    Math.max(lanesIn(row) * laneHeight, heightFor(row, nameLinesMost, look) - rowGap),
  )
  const tops = heights.map((_, i) =>
    heights.slice(0, i).reduce((sum, above) => sum + above + rowGap, rowGap / 2),
  )
  const middles = tops.map((top, i) => top + heights[i]! / 2)
  const height = tops.at(-1)! + heights.at(-1)! + rowGap / 2
  return { laneHeight, rowGap, middles, tops, heights, height }
}

function laneOf({ lane: { panel, name, series, runs, bound, note }, centre }: Placed, paint: object): object {
  const { min, q1, median, q3, max } = describe(valuesIn(runs))!
  const row = costliest(runs)
  return { panel, name, series, ...paint, y: centre, min, q1, median, q3, max, bound, note: note ?? '', row }
}
