import { stringify } from 'csv-stringify/sync'
import {
  type FinishedCell,
  optionalColumns,
  type Row,
  tableColumns,
  type Value,
  verdictColumns,
} from '../cell/index.ts'

/** The parameters that a sweep varies, and what they are in a row. */
export interface SweptColumns {
  readonly names: readonly string[]
  readonly read: (row: Row) => Readonly<Record<string, Value>>
}

/** Cells that are turned into text at once. */
const chunkLength = 1000

/** A table that is made from finished cells: its columns, and the lines that a cell adds to it. */
interface Table {
  readonly header: readonly string[]
  /** `number`: of the cell in the order of the grid, counted from 1. */
  readonly lines: (cell: FinishedCell, number: number) => Value[][]
}

/**
 * runs.csv: a line for each row. After the columns of every table come the algorithms' own, and after these the parameters
 * that the sweep varies.
 */
export const runsTable = (
  own: readonly string[],
  swept: SweptColumns = { names: [], read: () => ({}) },
): Table => ({
  header: [...tableColumns, ...own, ...swept.names],
  lines({ row }) {
    const parameters = swept.read(row)
    return [
      [
        ...tableColumns.map((column) => row[column]),
        ...own.map((column) => ownValue(row, column)),
        ...swept.names.map((column) => parameters[column] ?? null),
      ],
    ]
  },
})

const ownValue = (row: Row, column: string): Value =>
  (optionalColumns.some((name) => name === column)
    ? row[column as (typeof optionalColumns)[number]]
    : row.extra[column]) ?? null

/** verdicts.csv: what each run says of each claim, in the order of the rows and of the claims. */
export const verdictsTable: Table = {
  header: verdictColumns,
  lines: ({ row: { algorithm, verdicts } }, number) =>
    verdicts.map(({ claim, measure, bound, measured, verdict, reason = null }) => [
      number,
      algorithm,
      claim,
      measure,
      bound,
      measured,
      verdict,
      reason,
    ]),
}

const timedColumns = [
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

/** timings.csv: what each cell cost by the clock on the wall, in milliseconds. */
export const timingsTable: Table = {
  header: [...timedColumns, 'wall_ms'],
  lines: ({ row, ms }) => [[...timedColumns.map((column) => row[column]), Math.round(1000 * ms) / 1000]],
}

/**
 * Tables of the same cells as CSV, in one pass over them: pieces, each with the next text of every table. RFC 4180 but
 * for the line ends, which are '\n'; UTF-8; a header line; null is an empty field; numbers are the shortest decimals
 * that read back as the same double (from 10^21 on and below 10^-6 with an exponent, as in 1e-7).
 */
export function* tablesToCsv(tables: readonly Table[], cells: Iterable<FinishedCell>): Generator<string[]> {
  yield tables.map(({ header }) => stringify([header]))
  const asTexts = (chunk: readonly FinishedCell[], before: number) =>
    tables.map(({ lines }) =>
      stringify(
        chunk.flatMap((cell, i) => lines(cell, before + i + 1)),
        { cast: { boolean: String } },
      ),
    )
  let chunk: FinishedCell[] = []
  let before = 0
  for (const cell of cells) {
    chunk.push(cell)
    if (chunk.length < chunkLength) continue
    yield asTexts(chunk, before)
    before += chunk.length
    chunk = []
  }
  yield asTexts(chunk, before)
}
