import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import type { Run } from '../data/curve-points.ts'
import { axisOf, axisRoom, axisTitle, overhang, thinnedTo } from '../sheet/axis.ts'
import { boundTags, type Frame, frameOf, pixelIn } from '../sheet/bound-tags.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart, Piece } from '../sheet/chart.ts'
import { lookBy } from '../sheet/encodings.ts'
import { legendColumns } from '../sheet/legend.ts'
import { boundLine } from '../sheet/marks.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Heading, inPanel } from '../sheet/panels.ts'
import { costScale } from '../sheet/scales.ts'
import { edges, type Sheet, sheetFor } from '../sheet/sheet.ts'

/** Single runs as points over a quantity of the network, which stands in the field `n`, and their bounds. */
export interface Cloud extends Heading {
  /** The name of the quantity. */
  readonly axis: string
  /** What the vertical axis is called. */
  readonly timeAxis: string
  readonly series: readonly string[]
  readonly runs: Run[]
  readonly bounds: readonly Bound[]
}

/** Time as a cloud of points; a panel for each bound. */
export function cloudChart(cloud: Cloud, look: Look): Chart {
  const { axis, timeAxis, series, runs, bounds } = cloud
  const panels = distinct(runs.map(({ panel }) => panel))
  const x = costScale(runs.map(({ n }) => n))
  const y = costScale([...runs, ...bounds.flatMap(({ points }) => points)].map(({ value }) => value))
  const upright = axisTitle(timeAxis, look.panels(panels.length).height, look)
  const sheet = sheetFor(panels.length, look, {
    left: axisRoom(y, look, upright.length),
    right: overhang(x, look),
  })
  const frame = frameOf(x, y, sheet)
  const panel = (header: string, index: number) => {
    const { left, bottom } = edges(sheet, index)
    const position = {
      x: {
        field: 'n',
        type: 'quantitative',
        scale: x.scale,
        axis: axisOf(thinnedTo(x, sheet.width, look), bottom ? axisTitle(axis, sheet.width, look) : null),
      },
      y: {
        field: 'value',
        type: 'quantitative',
        scale: y.scale,
        axis: { ...axisOf(y, left ? upright : null), labels: left },
      },
    }
    return { header, layer: layers(header, position, series, sheet) }
  }
  return chartOn(cloud, {
    sheet,
    datasets: {
      runs,
      bounds: bounds.flatMap(({ panel, points }) => points.map((point) => ({ panel, ...point }))),
      labels: bounds.flatMap((bound) => boundTags([bound], [outline(runs, bound.panel, frame)], frame, look)),
    },
    panels: panels.map(panel),
  })
}

/** A line through all runs of a panel, from left to right. Labels keep clear of it. */
function outline(runs: readonly Run[], panel: string, frame: Frame) {
  const inside = runs.filter((run) => run.panel === panel).sort((a, b) => a.n - b.n || a.value - b.value)
  return inside.map(({ n, value }) => pixelIn(frame, n, value))
}

function layers(panel: string, position: Piece, series: readonly string[], sheet: Sheet): Piece[] {
  const { look } = sheet
  const { ink, scale, sizes } = look
  const marks = assignMarks(series, look)
  const legend = series.length > 1 ? { columns: legendColumns(series, sheet) } : null
  const bySeries = (range: readonly string[]) => lookBy('series', series, range, legend)
  return [
    {
      ...inPanel('runs', panel),
      mark: { type: 'point', filled: true, size: 26 * scale ** 2, opacity: 0.6 },
      encoding: { ...position, color: bySeries(marks.colours), shape: bySeries(marks.shapes) },
    },
    {
      ...inPanel('bounds', panel),
      mark: boundLine(look),
      encoding: position,
    },
    {
      ...inPanel('labels', panel),
      mark: { type: 'text', fontSize: sizes.label, fontStyle: 'italic', color: ink.bound },
      encoding: { ...position, text: { field: 'label', type: 'nominal' } },
    },
  ]
}
