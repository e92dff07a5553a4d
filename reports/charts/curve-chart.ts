import { groupBy } from '../group-by.ts'
import { type Bound, boundTags, type Frame, pixelIn, runsAlong } from './bounds.ts'
import type { Chart } from './chart.ts'
import { curveLayers } from './curve-layers.ts'
import { edges, gridFor, sheet, totalWidth } from './grid.ts'
import { axisOf, costScale, sizeScale } from './scales.ts'

/** One point of a curve: the runs of one group. */
export interface Spot {
  readonly panel: string
  readonly series: string
  readonly n: number
  readonly median: number
  /** The ends of the band. */
  readonly low: number
  readonly high: number
}

export interface Run {
  readonly panel: string
  readonly series: string
  readonly n: number
  readonly value: number
}

/** What is drawn against n: medians as lines, bands around them, single runs as points, bounds dashed. */
export interface Curves {
  readonly name: string
  readonly title: string
  readonly subtitle: readonly string[]
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
export function curveChart(curves: Curves): Chart {
  const { name, title, subtitle, panels, series, shown = series, spots, runs, bounds } = curves
  const grid = gridFor(panels.length)
  const x = sizeScale(
    spots.map(({ n }) => n),
    grid.width,
  )
  const y = costScale([
    ...spots.flatMap(({ low, high }) => [low, high]),
    ...runs.map(({ value }) => value),
    ...bounds.flatMap(({ points }) => points.map(({ value }) => value)),
  ])
  const frame = { x, y, width: grid.width, height: grid.height }
  const boundsIn = (panel: string) => bounds.filter((bound) => bound.panel === panel)
  const description = [title, ...subtitle].join('. ')
  const panel = (header: string, index: number) => {
    const { left, bottom } = edges(grid, index)
    const axes = {
      x: { type: 'quantitative', scale: x.scale, axis: axisOf(x, bottom ? 'n (processors)' : null) },
      y: {
        type: 'quantitative',
        scale: y.scale,
        axis: { ...axisOf(y, left ? curves.axis : null), labels: left },
      },
    }
    return {
      header,
      layer: curveLayers(header, axes, { series, shown, width: totalWidth(grid) }),
    }
  }
  return {
    name,
    title,
    description,
    spec: sheet({
      title,
      subtitle,
      description,
      grid,
      datasets: {
        groups: panels.flatMap((panel) => withWidths(medianCurves(spots, panel), boundsIn(panel), frame)),
        runs,
        bounds: bounds.flatMap(({ panel, label, points }) =>
          points.map((point) => ({ panel, label, ...point })),
        ),
        labels: panels.flatMap((panel) =>
          boundTags(
            boundsIn(panel),
            medianCurves(spots, panel).map((line) => pixelsOf(line, frame)),
            frame,
          ),
        ),
      },
      panels: panels.map(panel),
    }),
  }
}

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
function withWidths(curves: readonly Spot[][], bounds: readonly Bound[], frame: Frame): object[] {
  const lines = curves.map((line) => pixelsOf(line, frame))
  const dashed = bounds.map(({ points }) => points.map(({ n, value }) => pixelIn(frame, n, value)))
  return curves.flatMap((line, i) => {
    const above = lines.slice(i + 1).filter((other) => runsAlong(lines[i]!, other, 3)).length
    const onBound = dashed.some((bound) => runsAlong(lines[i]!, bound, 2))
    return line.map((one) => ({ ...one, stroke: (onBound ? 5 : 2.5) + 3 * above }))
  })
}
