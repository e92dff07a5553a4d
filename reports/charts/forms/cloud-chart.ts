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
export function cloudChart(cloud: Cloud, look: Look): Chart[] {
  const panels = distinct(cloud.runs.map(({ panel }) => panel))
  return onPages(panels, look, (some, fitting, page) => draft({ ...cloud, page }, some, fitting))
}

function draft(cloud: Cloud, panels: readonly string[], look: Look): Draft {
  const { axis, timeAxis, series, runs, bounds } = cloud
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
    return layers(panel, axes, series, look)
  }
  return chartOn(cloud, {
    sheet,
    datasets: {
      runs,
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
  look: Look,
): Piece[] {
  const x = { field: 'n', ...axes.x }
  const y = { field: 'value', ...axes.y }
  const marks = assignMarks(series, look)
  const bySeries = (range: readonly string[]) => lookBy('series', series, range)
  return [
    boundLayer(panel, x, y, look),
    {
      ...inPanel('runs', panel),
      mark: { type: 'point', filled: true, size: 26 * look.scale ** 2, opacity: 0.6 },
      encoding: { x, y, color: bySeries(marks.colours), shape: bySeries(marks.shapes) },
    },
  ]
}
