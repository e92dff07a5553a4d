/** Adjacency matrices: a row of 0s and 1s per processor, separated by blanks, commas or semicolons; symmetric. */
import { ChannelList } from '../channel-list.ts'
import { pushChannel, type RawNetwork } from './raw-network.ts'
import { failAt, quoted, type Source } from './source.ts'
import { Table } from './table.ts'

export function parseMatrix(source: Source): RawNetwork {
  const table = new Table(source)
  const rows: Uint8Array[] = []
  while (table.nextRow()) rows.push(readRow(source, table, rows[0]?.length))
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
      if (row[j] !== rows[j]![i])
        failAtEntry(source, i, j, `${row[j]}, but row ${j + 1} has ${rows[j]![i]} in column ${i + 1}`)
      if (row[j] === 1 && j >= i) pushChannel(source, channels, i, j, 0)
    }
  return { labels: rows.map((_, i) => String(i)), channels, notes: [] }
}

function readRow(source: Source, table: Table, width: number | undefined): Uint8Array {
  const entries: number[] = []
  while (table.nextField()) {
    const value = table.value()
    const entry = value === '' ? Number.NaN : Number(value)
    if (entry !== 0 && entry !== 1) failAt(source, table.start, `expected 0 or 1, found ${quoted(value)}`)
    if (entries.length === width)
      failAt(source, table.start, `expected the end of the row: the first has ${width} entries`)
    entries.push(entry)
  }
  if (width !== undefined && entries.length < width)
    failAt(source, table.end, `expected ${width} entries as in the first row, found ${entries.length}`)
  return Uint8Array.from(entries)
}

/** Finds entry (i, j) again, to say where it stands. */
function failAtEntry(source: Source, i: number, j: number, message: string): never {
  const table = new Table(source)
  for (let row = 0; row <= i; row++) table.nextRow()
  for (let column = 0; column <= j; column++) table.nextField()
  return failAt(
    source,
    table.start,
    `expected a symmetric matrix: row ${i + 1}, column ${j + 1} is ${message}`,
  )
}
