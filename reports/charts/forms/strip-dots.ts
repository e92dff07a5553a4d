import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { type Measured, valuesIn } from '../data/observations.ts'
import type { Scale } from '../sheet/scale.ts'

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

/** A lane, and where it lies in its panel. */
export interface Placed {
  readonly lane: Lane
  readonly centre: number
}

/** More dots than this would run together. Of more runs, this many quantiles are drawn instead. */
export const dotsMax = 100

/** Dots of one lane: those that would touch are stacked away from the centre, by turns below and above it. */
export function dotsOf(
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
