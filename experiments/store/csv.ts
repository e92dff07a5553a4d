import { stringify } from 'csv-stringify/sync'
import { type FinishedCell, type Row, tableColumns, type Value, verdictColumns } from '../cell/index.ts'

/** Records that are turned into text at once. */
const chunkLength = 1000

/**
 * The rows as CSV: RFC 4180 but for the line ends, which are '\n'; UTF-8; a header line; null is an empty field;
 * numbers are the shortest decimals that read back as the same double (from 10^21 on and below 10^-6 with an exponent,
 * as in 1e-7). After the columns of every table come the algorithms' own.
 */
export function* rowsToCsv(rows: Iterable<Row>, own: readonly string[]): Generator<string> {
  const header = [...tableColumns, ...own]
  yield* toCsv(header, rows, (row) => [
    ...tableColumns.map((column) => row[column]),
    ...own.map((column) => row.extra[column] ?? null),
  ])
}

/** What each run says of each claim: a line for each, in the order of the rows and of the claims. */
export function* verdictsToCsv(rows: Iterable<Row>): Generator<string> {
  yield* toCsv(verdictColumns, verdictsOf(rows), (line) => line)
}

function* verdictsOf(rows: Iterable<Row>): Generator<Value[]> {
  let number = 0
  for (const { algorithm, verdicts } of rows) {
    number++
    for (const { claim, measure, bound, measured, verdict } of verdicts)
      yield [number, algorithm, claim, measure, bound, measured, verdict]
  }
}

/** What each cell cost by the clock on the wall, in milliseconds. */
export function* timingsToCsv(cells: Iterable<FinishedCell>): Generator<string> {
  const columns = [
    'algorithm',
    'timing',
    'topology',
    'n',
    'delay',
    'wakeup',
    'inputs',
    'replicate',
    'evidence',
  ] as const
  yield* toCsv([...columns, 'wall_ms'], cells, ({ row, ms }) => [
    ...columns.map((column) => row[column]),
    Math.round(1000 * ms) / 1000,
  ])
}

function* toCsv<T>(
  header: readonly string[],
  items: Iterable<T>,
  fields: (item: T) => Value[],
): Generator<string> {
  yield stringify([header])
  const asText = (chunk: Value[][]) => stringify(chunk, { cast: { boolean: String } })
  let chunk: Value[][] = []
  for (const item of items) {
    chunk.push(fields(item))
    if (chunk.length < chunkLength) continue
    yield asText(chunk)
    chunk = []
  }
  yield asText(chunk)
}
