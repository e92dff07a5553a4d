/**
 * Matrix Market files (Boisvert, Pozo and Remington 1996): a banner, the size, then an entry a line, “row column value” from 1 on,
 * or in an array all values, column by column. Each entry of a square matrix that is not 0 is a channel.
 */
import type { FileFormat } from './file-format.ts'
import { type Field, fieldsOf, type Line, linesOf } from './lines.ts'
import { NumberedChannels, vertexCount, wholeNumber } from './numbered.ts'
import { failAt, joined, type Source } from './source.ts'
import { weightIn } from './weight-in.ts'

export const matrixMarket: FileFormat<'matrix-market'> = {
  name: 'matrix-market',
  title: 'Matrix Market',
  endings: ['mtx'],
  recognises: ({ text }) => /^\s*%%MatrixMarket\b/i.test(text),
  read(pieces) {
    const source = joined(pieces)
    const [first] = linesOf(source)
    const [banner, , layout, , symmetry] = first!.text.toLowerCase().split(/\s+/)
    if (banner !== '%%matrixmarket' || !/^(coordinate|array)$/.test(layout ?? ''))
      return failAt(
        source,
        0,
        'expected a banner such as “%%MatrixMarket matrix coordinate pattern symmetric”',
      )
    const lines = contentLines(source)
    const size = lines.next().value ?? failAt(source, source.text.length, 'expected the size of the matrix')
    const graph = new NumberedChannels(source, sizeOf(source, size))
    if (layout === 'array') readArray(source, lines, graph, symmetry ?? 'general')
    else readEntries(source, lines, graph, entriesOf(source, size), symmetry ?? 'general')
    return graph.network()
  },
}

function* contentLines(source: Source): Generator<Line, undefined> {
  for (const line of linesOf(source)) if (line.text !== '' && !line.text.startsWith('%')) yield line
}

function sizeOf(source: Source, line: Line): number {
  const [rows, columns] = fieldsOf(source, line)
  const n = vertexCount(source, rows, line)
  if (columns?.text !== rows!.text)
    failAt(source, line.offset, 'expected a square matrix: rows and columns are the processors')
  return n
}

function entriesOf(source: Source, line: Line): number {
  const [, , entries] = fieldsOf(source, line)
  if (entries === undefined) return failAt(source, line.offset, 'expected “rows columns entries”')
  return wholeNumber(source, entries, 'the number of entries')
}

function readEntries(
  source: Source,
  lines: Iterable<Line>,
  graph: NumberedChannels,
  expected: number,
  symmetry: string,
): void {
  // Of a general matrix both directions of a channel are entries; they are one channel, and nothing was merged.
  const met = symmetry === 'general' ? new Set<number>() : null
  let entries = 0
  for (const line of lines) {
    const [row, column, value] = fieldsOf(source, line)
    const [u, v] = [graph.vertex(row, line), graph.vertex(column, line)]
    entries++
    if (met?.has(v * graph.n + u)) continue
    met?.add(u * graph.n + v)
    graph.join(u, v, line.offset, weightIn(value?.text))
  }
  if (entries !== expected)
    failAt(source, source.text.length, `expected ${expected} entries, as the size says, found ${entries}`)
}

function readArray(source: Source, lines: Iterable<Line>, graph: NumberedChannels, symmetry: string): void {
  const { n } = graph
  const values = [...lines].flatMap((line) => fieldsOf(source, line).slice(0, 1))
  const first = (column: number) =>
    symmetry === 'general' ? 0 : symmetry === 'skew-symmetric' ? column + 1 : column
  let at = 0
  const joined = new Set<number>()
  for (let v = 0; v < n; v++)
    for (let u = first(v); u < n; u++) {
      const value =
        values[at++] ??
        failAt(source, source.text.length, `expected the value of row ${u + 1}, column ${v + 1}`)
      if (isZero(source, value) || joined.has(u * n + v)) continue
      joined.add(v * n + u)
      graph.join(v, u, value.offset, Number(value.text))
    }
  if (at < values.length) failAt(source, values[at]!.offset, `expected the end after ${at} values`)
}

function isZero(source: Source, { text, offset }: Field): boolean {
  const value = Number(text)
  return Number.isNaN(value) ? failAt(source, offset, `expected a number, found “${text}”`) : value === 0
}
