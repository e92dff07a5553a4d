import { groupBy } from '../../group-by.ts'
import type { Spot } from '../data/curve-points.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Scale } from '../sheet/scale.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** A spot, and how its line is drawn so that others are seen beside it. */
interface ToldApart extends Spot {
  /** The width of the line. */
  readonly stroke: number
  readonly opacity: number
  /** Whether it carries the shape of its series. */
  readonly marked: boolean
}

interface Axes {
  readonly x: Scale
  readonly y: Scale
}

/** No line is wider than one with so many others above it. */
const widened = 3

/** Between the marks of a line, in units of the look's scale. */
const markSpacing = 12

/**
 * The medians of a panel. Of lines that would hide one another those below are wider, and they take turns with their
 * marks. A line that lies on a bound is wide and pale, so that the bound's dashes are seen on it.
 */
export function tellApart(
  spots: readonly Spot[],
  bounds: readonly Bound[],
  axes: Axes,
  sheet: Sheet,
): ToldApart[] {
  const curves = [...groupBy(spots, ({ series }) => series).values()].map((line) =>
    [...line].sort((a, b) => a.n - b.n),
  )
  const { scale } = sheet.look
  const lines = curves.map((line) => pixels(line, ({ median }) => median, axes, sheet))
  const dashed = bounds.map(({ points }) => pixels(points, ({ value }) => value, axes, sheet))
  return curves.flatMap((line, i) => {
    const together = lines.flatMap((other, j) => (runsAlong(lines[i]!, other, 4 * scale) ? [j] : []))
    const above = Math.min(together.filter((j) => j > i).length, widened)
    const onBound = dashed.some((bound) => runsAlong(lines[i]!, bound, 2 * scale))
    const turns = together.length
    const turn = together.indexOf(i)
    const step = stepOf(lines[i]!, markSpacing * scale)
    return line.map((spot, at) => ({
      ...spot,
      stroke: Number((((onBound ? 5 : 2.5) + 3 * above) * scale).toFixed(2)),
      opacity: onBound ? 0.5 : 1,
      marked:
        at % step === 0 && (at / step) % turns === turn % Math.min(turns, Math.ceil(line.length / step)),
    }))
  })
}

interface Point {
  readonly x: number
  readonly y: number
}

function pixels<T extends { readonly n: number }>(
  line: readonly T[],
  value: (spot: T) => number,
  { x, y }: Axes,
  { width, height }: Sheet,
): Point[] {
  return line.map((spot) => ({ x: x.toUnit(spot.n) * width, y: y.toUnit(value(spot)) * height }))
}

/** Every how many of these points a mark has room. */
function stepOf(line: readonly Point[], spacing: number): number {
  const gaps = line.slice(1).map(({ x }, i) => x - line[i]!.x)
  const narrowest = gaps.length === 0 ? spacing : Math.min(...gaps)
  return Math.max(1, Math.ceil(spacing / Math.max(narrowest, 0.1)))
}

/** Whether two lines over the same sizes are at most so far apart on average. */
function runsAlong(a: readonly Point[], b: readonly Point[], apart: number): boolean {
  if (a.length !== b.length || a.some(({ x }, i) => Math.abs(x - b[i]!.x) > 1)) return false
  return a.reduce((sum, { y }, i) => sum + Math.abs(y - b[i]!.y), 0) <= apart * a.length
}
