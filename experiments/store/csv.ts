import { stringify } from 'csv-stringify/sync'
import { type Row, rowColumns, type Value } from '../row.ts'

/** Records that are turned into text at once. */
const chunkLength = 5000

/**
 * The rows as CSV: RFC 4180 but for the line ends, which are '\n'; UTF-8; a header line; null is an empty field;
 * numbers are the shortest decimals that read back as the same double. After the fixed columns and `detail` come
 * the algorithms' own, in the order of their first appearance.
 */
export function* rowsToCsv(rows: readonly Row[]): Generator<string> {
  const own = [...new Set(rows.flatMap((row) => Object.keys(row.extra)))]
  const header = [...rowColumns, 'detail', ...own]
  yield* toCsv(header, rows, (row) => [
    ...rowColumns.map((column) => row[column]),
    row.detail,
    ...own.map((column) => row.extra[column] ?? null),
  ])
}

/** What each cell cost by the clock on the wall, in milliseconds; in grid order, as the rows. */
export function* timingsToCsv(rows: readonly Row[], ms: readonly number[]): Generator<string> {
  const columns = ['algorithm', 'timing', 'topology', 'n', 'delay', 'wakeup', 'inputs', 'replicate'] as const
  const indices = rows.map((_, i) => i)
  yield* toCsv([...columns, 'wall_ms'], indices, (i) => [
    ...columns.map((column) => rows[i]![column]),
    Math.round(1000 * ms[i]!) / 1000,
  ])
}

function* toCsv<T>(
  header: readonly string[],
  items: readonly T[],
  fields: (item: T) => Value[],
): Generator<string> {
  yield stringify([header])
  for (let i = 0; i < items.length; i += chunkLength)
    yield stringify(items.slice(i, i + chunkLength).map(fields), {
      cast: { boolean: String, number: decimal },
    })
}

/** JavaScript writes the shortest decimal that reads back, but very large and small ones with an exponent. */
function decimal(value: number): string {
  return String(value)
}
