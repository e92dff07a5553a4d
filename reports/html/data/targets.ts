import type { ChartDrawing } from '../../figures/svg.ts'
import { type Packed, pack } from './columns.ts'

/** Where the marks of a chart are, in its own pixels, and which of the page's rows they stand for. */
export interface PackedTargets {
  readonly width: number
  readonly height: number
  readonly x: Packed
  readonly y: Packed
  /** The index among the rows that the page knows. */
  readonly row: Packed
  /** 1 where the mark stands for several runs, of which the row is the costliest. */
  readonly group: Packed
}

/** Marks that nobody could tell apart by eye count once: the first of them. `place` is that of each row's number. */
export function packTargets(
  { targets, width, height }: ChartDrawing,
  place: ReadonlyMap<number, number>,
): PackedTargets {
  const seen = new Set<string>()
  const kept = targets
    .map(({ x, y, row, group }) => ({ x: Math.round(x), y: Math.round(y), row: place.get(row), group }))
    .filter(({ x, y, row, group }) => {
      const key = `${x} ${y} ${group}`
      if (row === undefined || seen.has(key)) return false
      seen.add(key)
      return true
    })
  return {
    width,
    height,
    x: pack(kept.map(({ x }) => x)),
    y: pack(kept.map(({ y }) => y)),
    row: pack(kept.map(({ row }) => row!)),
    group: pack(kept.map(({ group }) => (group ? 1 : 0))),
  }
}
