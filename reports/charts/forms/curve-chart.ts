import { groupBy } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import type { Run, Spot } from '../data/curve-points.ts'
import { axisOf, axisRoom, axisTitle, overhang } from '../sheet/axis.ts'
import { boundTags, type Frame, frameOf, pixelIn, runsAlong } from '../sheet/bound-tags.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import { chartOn, type Heading } from '../sheet/panels.ts'
import { costScale } from '../sheet/scales.ts'
import { edges, sheetFor } from '../sheet/sheet.ts'
import { sizeScale } from '../sheet/size-scale.ts'
import { curveLayers } from './curve-layers.ts'

/** What is drawn against n: medians as lines, bands around them, single runs as points, bounds dashed. */
export interface Curves extends Heading {
  readonly axis: string
  readonly panels: readonly string[]
  readonly series: readonly string[]
  /** The series in the legend; all, if absent. */
  readonly shown?: readonly string[]
  readonly spots: readonly Spot[]
  readonly runs: readonly Run[]
  readonly bounds: readonly Bound[]
}

/** One panel beside the other, all with the same axes. */
export function curveChart(curves: Curves, look: Look): Chart {
  const { panels, series, shown = series, spots, runs, bounds } = curves
  const y = costScale([
    ...spots.flatMap(({ low, high }) => [low, high]),
    ...runs.map(({ value }) => value),
    ...bounds.flatMap(({ points }) => points.map(({ value }) => value)),
  ])
  const sizes = spots.map(({ n }) => n)
  const axis = axisTitle(curves.axis, look.panels(panels.length).height, look)
  const room = {
    left: axisRoom(y, look, axis.length),
    right: overhang(sizeScale(sizes, look.page.width, look), look),
  }
  const sheet = sheetFor(panels.length, look, room)
  const x = sizeScale(sizes, sheet.width, look)
  const frame = frameOf(x, y, sheet)
  const boundsIn = (panel: string) => bounds.filter((bound) => bound.panel === panel)
  const panel = (header: string, index: number) => {
    const { left, bottom } = edges(sheet, index)
    const axes = {
      x: { type: 'quantitative', scale: x.scale, axis: axisOf(x, bottom ? 'n (processors)' : null) },
      y: {
        type: 'quantitative',
        scale: y.scale,
        axis: { ...axisOf(y, left ? axis : null), labels: left },
      },
    }
    return {
      header,
      layer: curveLayers(header, axes, { series, shown }, sheet),
    }
  }
  return chartOn(
    y.scale.type === 'symlog' ? { ...curves, caption: `${curves.caption} ${nearZero}` } : curves,
    {
      sheet,
      datasets: {
        groups: panels.flatMap((panel) =>
          withWidths(medianCurves(spots, panel), boundsIn(panel), frame, look),
        ),
        runs,
        bounds: bounds.flatMap(({ panel, label, points }) =>
          points.map((point) => ({ panel, label, ...point })),
        ),
        labels: panels.flatMap((panel) =>
          boundTags(
            boundsIn(panel),
            medianCurves(spots, panel).map((line) => pixelsOf(line, frame)),
            frame,
            look,
          ),
        ),
      },
      panels: panels.map(panel),
    },
  )
}

/** What a caption says of an axis that could not show all costs if it were logarithmic. */
const nearZero = 'Some costs are 0, which has no logarithm: the upright axis is linear near 0.'

/** The median curves of one panel, by series. */
function medianCurves(spots: readonly Spot[], panel: string): Spot[][] {
  const inside = spots.filter((one) => one.panel === panel)
  return [...groupBy(inside, ({ series }) => series).values()].map((line) => line.sort((a, b) => a.n - b.n))
}

const pixelsOf = (line: readonly Spot[], frame: Frame) =>
  line.map(({ n, median }) => pixelIn(frame, n, median))

/**
 * How wide each median line is. Lines that would hide one another are wider below and narrower above, and one that
 * lies on its bound is wider than the bound, so that all are seen.
 */
function withWidths(
  curves: readonly Spot[][],
  bounds: readonly Bound[],
  frame: Frame,
  { scale }: Look,
): object[] {
  const lines = curves.map((line) => pixelsOf(line, frame))
  const dashed = bounds.map(({ points }) => points.map(({ n, value }) => pixelIn(frame, n, value)))
  return curves.flatMap((line, i) => {
    const above = lines.slice(i + 1).filter((other) => runsAlong(lines[i]!, other, 3)).length
    const onBound = dashed.some((bound) => runsAlong(lines[i]!, bound, 2))
    return line.map((one) => ({ ...one, stroke: ((onBound ? 5 : 2.5) + 3 * above) * scale }))
  })
}
