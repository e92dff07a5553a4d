import { textWidth } from '../render/text-width.ts'
import { describe, quantile } from '../statistics/describe.ts'
import type { Chart, Piece } from './chart.ts'
import { edges, gridFor, inPanel, legendColumns, sheet, totalWidth } from './grid.ts'
import { assignMarks } from './palette.ts'
import { axisOf, costScale, type Scale } from './scales.ts'
import { ink, sizes } from './theme.ts'

/** One sample, drawn as a lane: a box from quartile to quartile, a mark at the median, a dot for each run. */
export interface Lane {
  readonly panel: string
  readonly row: string
  readonly series: string
  readonly values: readonly number[]
  /** What the theorem says of it, drawn as an upright mark. */
  readonly bound: number | null
  /** Written at the right end. */
  readonly note?: string
}

export interface Strips {
  readonly name: string
  readonly title: string
  readonly subtitle: readonly string[]
  readonly axis: string
  readonly series: readonly string[]
  readonly lanes: readonly Lane[]
  /** Default: one that suits costs. */
  readonly scaleOf?: (values: readonly number[]) => Scale
}

/** More dots than this would run together: as many quantiles take the place of the runs. */
export const dotsMax = 100

/** Pixels. */
const dot = 5
const nameMax = 240
const rowGap = 12

/** Samples side by side, in rows that share an axis; each panel has an axis of its own. */
export function stripChart(strips: Strips): Chart {
  const { name, title, subtitle, axis, series, lanes, scaleOf = costScale } = strips
  const panels = [...new Set(lanes.map(({ panel }) => panel))]
  const rows = [...new Set(lanes.map(({ row }) => row))]
  const laneHeight = series.length === 1 ? 36 : series.length <= 3 ? 24 : 16
  const lanesIn = (row: string) =>
    Math.max(1, new Set(lanes.filter((lane) => lane.row === row).map((l) => l.series)).size)
  const tops = rows.map((_, i) =>
    rows.slice(0, i).reduce((sum, above) => sum + lanesIn(above) * laneHeight + rowGap, rowGap / 2),
  )
  const height = tops.at(-1)! + lanesIn(rows.at(-1)!) * laneHeight + rowGap / 2
  const grid = { ...gridFor(panels.length), height, ...(panels.length === 1 ? { width: 560 } : {}) }
  const description = [title, ...subtitle].join('. ')
  const named = lanes.every((lane) => lane.row === lane.series)
  const drawn = panels.map((panel) => {
    const own = lanes.filter((lane) => lane.panel === panel)
    const scale = scaleOf(own.flatMap(({ values, bound }) => (bound === null ? values : [...values, bound])))
    const placed = rows.flatMap((row, i) => {
      const inRow = own.filter((lane) => lane.row === row)
      return inRow.map((lane, j) => ({ lane, centre: tops[i]! + (j + 0.5) * laneHeight }))
    })
    return {
      panel,
      scale,
      placed,
      dots: placed.flatMap((one) => dotsOf(one, scale, { width: grid.width, laneHeight })),
    }
  })
  const widest = rows.reduce((a, row) => Math.max(a, textWidth(row, sizes.axis)), 0)
  const gutter = Math.min(widest, nameMax)
  return {
    name,
    title,
    description,
    spec: sheet({
      title,
      subtitle,
      description,
      grid,
      gutter,
      datasets: {
        lanes: drawn.flatMap(({ placed }) => placed.map((one) => laneOf(one))),
        dots: drawn.flatMap(({ dots }) => dots),
        rows: rows.map((row, i) => ({ row, y: tops[i]! + (lanesIn(row) * laneHeight) / 2 })),
        lines: rows.slice(1).map((_, i) => ({ y: tops[i + 1]! - rowGap / 2 })),
      },
      panels: drawn.map(({ panel, scale }, index) => ({
        header: panel,
        layer: layers(panel, {
          scale,
          axis: edges(grid, index).bottom ? axis : null,
          series,
          named,
          grid,
          laneHeight,
          labelled: edges(grid, index).left,
        }),
      })),
    }),
  }
}

interface Placed {
  readonly lane: Lane
  readonly centre: number
}

function laneOf({ lane: { panel, row, series, values, bound, note }, centre }: Placed): object {
  const { min, q1, median, q3, max } = describe(values)!
  return { panel, row, series, y: centre, min, q1, median, q3, max, bound, note: note ?? '' }
}

/** Dots of one lane: those that would touch are stacked away from the centre, by turns up and down. */
function dotsOf(
  { lane: { panel, series, values }, centre }: Placed,
  scale: Scale,
  { width, laneHeight }: { readonly width: number; readonly laneHeight: number },
): object[] {
  const few = values.length <= dotsMax
  const shown = few
    ? [...values].sort((a, b) => a - b)
    : Array.from({ length: dotsMax }, (_, i) => quantile(values, (i + 0.5) / dotsMax))
  const columns = new Map<number, number[]>()
  for (const value of shown) {
    const column = Math.round((scale.toUnit(value) * width) / dot)
    columns.set(column, [...(columns.get(column) ?? []), value])
  }
  return [...columns.values()].flatMap((column) => {
    const step = Math.min(dot, (laneHeight - dot) / column.length)
    return column.map((value, i) => ({
      panel,
      series,
      value,
      y: Number((centre + (i - (column.length - 1) / 2) * step).toFixed(2)),
    }))
  })
}

interface Look {
  readonly scale: Scale
  readonly axis: string | null
  readonly series: readonly string[]
  /** Rows are series, so their names need no legend. */
  readonly named: boolean
  readonly grid: ReturnType<typeof gridFor>
  readonly laneHeight: number
  readonly labelled: boolean
}

/** From the bottom up: lines between rows, boxes, dots, medians, bounds, names of rows. */
function layers(panel: string, { scale, axis, series, named, grid, laneHeight, labelled }: Look): Piece[] {
  const marks = assignMarks(series)
  const legend = !named && series.length > 1 ? { columns: legendColumns(series, totalWidth(grid)) } : null
  const colour = { field: 'series', type: 'nominal', scale: { domain: series, range: marks.colours }, legend }
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: scale.scale,
    axis: axisOf(scale, axis),
  })
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: [0, grid.height], reverse: true, nice: false, zero: false },
    axis: null,
  }
  const names = {
    data: { name: 'rows' },
    mark: {
      type: 'text',
      align: 'right',
      baseline: 'middle',
      limit: nameMax,
      fontSize: sizes.axis,
      color: ink.text,
    },
    encoding: { x: { value: -10 }, y, text: { field: 'row', type: 'nominal' } },
  }
  return [
    { data: { name: 'lines' }, mark: { type: 'rule', color: ink.grid }, encoding: { y } },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'rule', strokeWidth: 1.2, opacity: 0.6 },
      encoding: { x: x('min'), x2: { field: 'max' }, y, color: colour },
    },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'bar', height: laneHeight * 0.72, opacity: 0.2 },
      encoding: { x: x('q1'), x2: { field: 'q3' }, y, color: colour },
    },
    {
      ...inPanel('dots', panel),
      mark: { type: 'point', filled: true, shape: 'circle', size: 18, opacity: 0.85 },
      encoding: { x: x('value'), y, color: colour },
    },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'tick', orient: 'vertical', size: laneHeight * 0.78, thickness: 2.4, opacity: 1 },
      encoding: { x: x('median'), y, color: colour },
    },
    {
      ...inPanel('lanes', panel),
      mark: {
        type: 'tick',
        orient: 'vertical',
        size: laneHeight * 0.95,
        thickness: 1.6,
        opacity: 1,
        color: ink.bound,
      },
      encoding: { x: x('bound'), y },
    },
    {
      ...inPanel('lanes', panel),
      mark: { type: 'text', align: 'right', baseline: 'middle', fontSize: sizes.label, color: ink.muted },
      encoding: { x: { value: grid.width }, y, text: { field: 'note', type: 'nominal' } },
    },
    ...(labelled ? [names] : []),
  ]
}
