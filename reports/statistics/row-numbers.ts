import type { Row } from '../../experiments/row.ts'

const numbered = new WeakMap<readonly Row[], ReadonlyMap<Row, number>>()

/** The number of a row in runs.csv, counted from 1, by which `admissible replay FOLDER --row NUMBER` runs it again. */
export function rowNumber(rows: readonly Row[], row: Row): number {
  let numbers = numbered.get(rows)
  if (numbers === undefined)
    numbered.set(rows, (numbers = new Map(rows.map((each, index) => [each, index + 1]))))
  return numbers.get(row)!
}
