import { distinct } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import type { Run } from '../data/curve-points.ts'
import { axisOf, axisRoom, axisTitle, overhang, thinnedTo } from '../sheet/axis.ts'
import { boundLines, lineSpots } from '../sheet/bound-lines.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart, Piece } from '../sheet/chart.ts'
import { lookBy } from '../sheet/encodings.ts'
import { boundLayer } from '../sheet/marks.ts'
import { onPages } from '../sheet/pages.ts'
import { assignMarks } from '../sheet/palette.ts'
import { chartOn, type Draft, type Heading, inPanel } from '../sheet/panels.ts'
import { costScale } from '../sheet/scales.ts'
import { seriesKey } from '../sheet/series-key.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'

/** A point of a line that may turn back. */
interface PathPoint {
  readonly panel: string
  readonly series: string
  readonly n: number
  readonly value: number
  readonly order: number
}

/** Single runs as points over a quantity of the network, which stands in the field `n`, and their bounds. */
export interface Cloud extends Heading {
  /** The name of the quantity. */
  readonly axis: string
  /** What the vertical axis is called. */
  readonly timeAxis: string
  readonly series: readonly string[]
  readonly runs: Run[]
  /** Points that are joined in their order, a line for each series; none, if absent. */
  readonly paths?: readonly PathPoint[]
  readonly bounds: readonly Bound[]
}

/** Time as a cloud of points; a panel for each bound. */
export function cloudChart(cloud: Cloud, look: Look): Chart[] {
  const panels = distinct(cloud.runs.map(({ panel }) => panel))
  return onPages(panels, look, (some, fitting, page) => draft({ ...cloud, page }, some, fitting))
}

function draft(cloud: Cloud, panels: readonly string[], look: Look): Draft {
  const { axis, timeAxis, series, runs, paths = [], bounds } = cloud
  const x = costScale([...runs, ...bounds.flatMap(({ points }) => points)].map(({ n }) => n))
  const y = costScale([...runs, ...bounds.flatMap(({ points }) => points)].map(({ value }) => value))
  const upright = axisTitle(timeAxis, look.panels(panels.length).height, look)
  const sheet = sheetFor(panels.length, look, {
    left: axisRoom(y, look, upright.length),
    right: overhang(x, look),
  })
  const level = axisTitle(axis, sheet.width, look)
  const held = panels.map((panel) =>
    boundLines(
      bounds.filter((bound) => bound.panel === panel),
      () => look.ink.bound,
      look,
    ),
  )
  const only = panels.length === 1 && cloud.page === undefined
  const layersOf = (panel: string, index: number) => {
    const { left, bottom } = edges(sheet, index)
    const axes = {
      x: {
        type: 'quantitative',
        scale: x.scale,
        axis: axisOf(thinnedTo(x, sheet.width, look), bottom ? level : null, look),
      },
      y: {
        type: 'quantitative',
        scale: y.scale,
        axis: { ...axisOf(y, left ? upright : null, look), labels: left },
      },
    }
    return layers(panel, axes, series, paths.length > 0, look)
  }
  return chartOn(cloud, {
    sheet,
    datasets: {
      runs,
      ...(paths.length > 0 && { paths }),
      bounds: held.flatMap(({ lines }) => lineSpots(lines)),
    },
    key: seriesKey(series, { bounds: only ? held[0]!.entries : [] }, look),
    panels: panels.map((header, i) => ({
      header,
      key: only ? [] : held[i]!.entries.map((entry) => [entry]),
      layer: layersOf(header, i),
    })),
    titleLines: level.length,
  })
}

function layers(
  panel: string,
  axes: { readonly x: Piece; readonly y: Piece },
  series: readonly string[],
  joined: boolean,
  look: Look,
): Piece[] {
  const x = { field: 'n', ...axes.x }
  const y = { field: 'value', ...axes.y }
  const marks = assignMarks(series, look)
  const bySeries = (range: readonly string[]) => lookBy('series', series, range)
  const [colour, shape] = [bySeries(marks.colours), bySeries(marks.shapes)]
  const points = (data: string, size: number, opacity: number): Piece => ({
    ...inPanel(data, panel),
    mark: { type: 'point', filled: true, size: size * look.scale ** 2, opacity },
    encoding: { x, y, color: colour, shape },
  })
  if (!joined) return [boundLayer(panel, x, y, look), points('runs', 26, 0.6)]
  const line: Piece = {
    ...inPanel('paths', panel),
    mark: { type: 'line', strokeCap: 'round', strokeJoin: 'round', strokeWidth: 2.5 * look.scale },
    encoding: { x, y, color: colour, order: { field: 'order', type: 'quantitative' } },
  }
  return [boundLayer(panel, x, y, look), points('runs', 12, 0.4), line, points('paths', 62, 1)]
}
