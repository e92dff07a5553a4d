import { cellOf, flatRow, type Row, type Value } from '../../experiments/cell/index.ts'

/** A cell whose row is not the same in two results. */
export interface RowDifference {
  /** The number of its row in the first of them, from 1; null if it is not there. */
  readonly row: number | null
  /** What the cell is, from either. */
  readonly cell: Row
  /** By column, the values in both; null where one of them lacks the row. */
  readonly columns: Readonly<Record<string, readonly [before: Value, now: Value]>> | null
}

/** The cells on which two results do not agree: in the order of the first, then those that only the second has. */
export function differingRows(before: readonly Row[], now: readonly Row[]): RowDifference[] {
  const later = new Map(now.map((row) => [identity(row), row]))
  const differences: RowDifference[] = []
  for (const [index, row] of before.entries()) {
    const key = identity(row)
    const other = later.get(key)
    later.delete(key)
    const columns = other === undefined ? null : differingColumns(row, other)
    if (columns === null || Object.keys(columns).length > 0)
      differences.push({ row: index + 1, cell: row, columns })
  }
  return [...differences, ...Array.from(later.values(), (cell) => ({ row: null, cell, columns: null }))]
}

/** What no two rows of one table share. */
const identity = (row: Row): string => JSON.stringify(cellOf(row))

function differingColumns(before: Row, now: Row): Record<string, [Value, Value]> {
  const [a, b] = [flatRow(before), flatRow(now)]
  const columns = Object.keys({ ...a, ...b }).map((name): [string, [Value, Value]] => [
    name,
    // A column that only other rows of the table have is an empty field of this one.
    [a[name] ?? null, b[name] ?? null],
  ])
  return Object.fromEntries(columns.filter(([, [value, other]]) => value !== other))
}
