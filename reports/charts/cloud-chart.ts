import { distinct } from '../group-by.ts'
import { type Bound, boundTags, type Frame, pixelIn } from './bounds.ts'
import type { Chart, Piece } from './chart.ts'
import type { Run } from './curve-chart.ts'
import { edges, gridFor, inPanel, legendColumns, sheet, totalWidth } from './grid.ts'
import { assignMarks } from './palette.ts'
import { axisOf, costScale } from './scales.ts'
import { ink, sizes } from './theme.ts'

/** Single runs as points over a quantity of the network, which stands in the field `n`, and their bounds. */
export interface Cloud {
  readonly name: string
  readonly title: string
  readonly subtitle: readonly string[]
  /** The name of the quantity. */
  readonly axis: string
  /** What the vertical axis is called. */
  readonly timeAxis: string
  readonly series: readonly string[]
  readonly runs: Run[]
  readonly bounds: readonly Bound[]
}

/** Time as a cloud of points; a panel for each bound. */
export function cloudChart({ name, title, subtitle, axis, timeAxis, series, runs, bounds }: Cloud): Chart {
  const panels = distinct(runs.map(({ panel }) => panel))
  const grid = gridFor(panels.length)
  const x = costScale(runs.map(({ n }) => n))
  const y = costScale([...runs, ...bounds.flatMap(({ points }) => points)].map(({ value }) => value))
  const frame = { x, y, width: grid.width, height: grid.height }
  const description = [title, ...subtitle].join('. ')
  const panel = (header: string, index: number) => {
    const { left, bottom } = edges(grid, index)
    const position = {
      x: { field: 'n', type: 'quantitative', scale: x.scale, axis: axisOf(x, bottom ? axis : null) },
      y: {
        field: 'value',
        type: 'quantitative',
        scale: y.scale,
        axis: { ...axisOf(y, left ? timeAxis : null), labels: left },
      },
    }
    return { header, layer: layers(header, position, series, totalWidth(grid)) }
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
        runs,
        bounds: bounds.flatMap(({ panel, points }) => points.map((point) => ({ panel, ...point }))),
        labels: bounds.flatMap((bound) => boundTags([bound], [outline(runs, bound.panel, frame)], frame)),
      },
      panels: panels.map(panel),
    }),
  }
}

/** The runs of a panel as a line that labels keep clear of. */
function outline(runs: readonly Run[], panel: string, frame: Frame) {
  const inside = runs.filter((run) => run.panel === panel).sort((a, b) => a.n - b.n || a.value - b.value)
  return inside.map(({ n, value }) => pixelIn(frame, n, value))
}

function layers(panel: string, position: Piece, series: readonly string[], width: number): Piece[] {
  const marks = assignMarks(series)
  const legend = series.length > 1 ? { columns: legendColumns(series, width) } : null
  const nominal = (range: readonly string[]) => ({
    field: 'series',
    type: 'nominal',
    scale: { domain: series, range },
    legend,
  })
  return [
    {
      ...inPanel('runs', panel),
      mark: { type: 'point', filled: true, size: 26, opacity: 0.6 },
      encoding: { ...position, color: nominal(marks.colours), shape: nominal(marks.shapes) },
    },
    {
      ...inPanel('bounds', panel),
      mark: { type: 'line', color: ink.bound, strokeWidth: 1.4, strokeDash: [6, 4] },
      encoding: position,
    },
    {
      ...inPanel('labels', panel),
      mark: { type: 'text', fontSize: sizes.label, fontStyle: 'italic', color: ink.bound },
      encoding: { ...position, text: { field: 'label', type: 'nominal' } },
    },
  ]
}
