import { shortened, textWidth } from '../render/text-width.ts'
import { describe, quantile } from '../statistics/describe.ts'
import type { Chart } from './chart.ts'
import { edges, gridFor, sheet } from './grid.ts'
import { darkColours } from './palette.ts'
import { costScale, type Scale } from './scales.ts'
import { stripLayers } from './strip-layers.ts'
import { sizes } from './theme.ts'

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

/** Names of rows wider than this are cut off with an ellipsis, in pixels. */
const nameMax = 240

/** Pixels. */
const dot = 5
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
  const notes = Math.max(0, ...lanes.map(({ note }) => textWidth(note ?? '', sizes.label)))
  const width = grid.width - (notes === 0 ? 0 : notes + 14)
  const inks = darkColours(series)
  const ink = (lane: Lane) => inks[series.indexOf(lane.series)]!
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
      dots: placed.flatMap((one) => dotsOf(one, scale, { width, laneHeight })),
    }
  })
  const names = rows.map((row) => shortened(row, nameMax, sizes.axis))
  const gutter = Math.max(...names.map((name) => textWidth(name, sizes.axis)))
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
        lanes: drawn.flatMap(({ placed }) => placed.map((one) => laneOf(one, ink(one.lane)))),
        dots: drawn.flatMap(({ dots }) => dots),
        rows: names.map((row, i) => ({ row, y: tops[i]! + (lanesIn(row) * laneHeight) / 2 })),
        lines: rows.slice(1).map((_, i) => ({ y: tops[i + 1]! - rowGap / 2 })),
      },
      panels: drawn.map(({ panel, scale }, index) => ({
        header: panel,
        layer: stripLayers(panel, {
          scale,
          axis: edges(grid, index).bottom ? axis : null,
          series,
          named,
          grid,
          width,
          laneHeight,
          crowded: lanes.some(({ values }) => values.length > 30),
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

function laneOf({ lane: { panel, row, series, values, bound, note }, centre }: Placed, ink: string): object {
  const { min, q1, median, q3, max } = describe(values)!
  return { panel, row, series, ink, y: centre, min, q1, median, q3, max, bound, note: note ?? '' }
}

/** Dots of one lane: those that would touch are stacked away from the centre, by turns below and above it. */
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
      y: Number((centre + turn(i, column.length) * step).toFixed(2)),
    }))
  })
}

/** The places of `count` things in a stack around 0, from the middle outwards: for three of them 0, 1, −1. */
function turn(i: number, count: number): number {
  const middle = count % 2 === 1 ? 0 : -0.5
  return middle + (i % 2 === 1 ? (i + 1) / 2 : -i / 2)
}
