/**
 * Adjacency matrices: a row of numbers per processor, separated by blanks, commas or semicolons. What is not 0 is a
 * channel, and its number a weight; symmetric in what is 0. The first row, the first column or both may be labels.
 */
import { ChannelList } from '../channel-list.ts'
import type { FileFormat } from './file-format.ts'
import { type Frame, frameOf, looksLikeMatrix } from './matrix-shape.ts'
import { pushChannel, type RawNetwork } from './raw-network.ts'
import { firstRows, isMissing, numberIn } from './rows.ts'
import { failAt, joined, quoted, type Source } from './source.ts'
import { Table } from './table.ts'

export const matrix: FileFormat<'matrix'> = {
  name: 'matrix',
  title: 'an adjacency matrix',
  endings: [],
  recognises: looksLikeMatrix,
  read: (pieces) => parseMatrix(joined(pieces)),
}

function parseMatrix(source: Source): RawNetwork {
  const frame = frameOf(firstRows(source, 2))
  const table = new Table(source)
  if (frame.header !== null) table.nextRow()
  const rows: Float64Array[] = []
  const labels: string[] = []
  while (table.nextRow()) {
    if (frame.before === 1 && table.nextField()) labels.push(table.value())
    rows.push(readRow(source, table, rows[0]?.length))
  }
  const n = rows[0]?.length ?? 0
  if (rows.length !== n)
    failAt(
      source,
      source.text.length,
      `expected ${n} rows, as many as there are columns, found ${rows.length}`,
    )
  const channels = new ChannelList()
  for (const [i, row] of rows.entries())
    for (let j = 0; j < n; j++) {
      if ((row[j] === 0) !== (rows[j]![i] === 0))
        failAtEntry(source, frame, i, j, `${row[j]}, but row ${j + 1} has ${rows[j]![i]} in column ${i + 1}`)
      if (row[j] !== 0 && j >= i) pushChannel(source, channels, i, j, 0, row[j])
    }
  const own = frame.before === 1 ? labels : rows.map((_, i) => String(i))
  return { labels: frame.header ?? own, channels, notes: [] }
}

function readRow(source: Source, table: Table, width: number | undefined): Float64Array {
  const entries: number[] = []
  while (table.nextField()) {
    const value = table.value()
    const entry = isMissing(value) ? 0 : numberIn(value)
    if (Number.isNaN(entry)) failAt(source, table.start, `expected a number, found ${quoted(value)}`)
    if (entries.length === width)
      failAt(source, table.start, `expected the end of the row: the first has ${width} entries`)
    entries.push(entry)
  }
  if (width !== undefined && entries.length < width)
    failAt(source, table.end, `expected ${width} entries as in the first row, found ${entries.length}`)
  return Float64Array.from(entries)
}

/** Finds entry (i, j) again, to say where it stands. */
function failAtEntry(
  source: Source,
  { before, header }: Frame,
  i: number,
  j: number,
  message: string,
): never {
  const table = new Table(source)
  for (let row = header === null ? 0 : -1; row <= i; row++) table.nextRow()
  for (let column = -before; column <= j; column++) table.nextField()
  return failAt(
    source,
    table.start,
    `expected a symmetric matrix: row ${i + 1}, column ${j + 1} is ${message}`,
  )
}
