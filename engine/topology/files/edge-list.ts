/**
 * Edge lists: one channel per line, as the names of its two ends. The third column is that
 * of weights; a header may say in which columns all of them stand. What else follows is ignored. All lines are equally wide. Numbers for names put the processors
 * in their order; otherwise the order is that of first appearance.
 */
import { ChannelList } from '../channel-list.ts'
import { type EdgeHeader, edgeHeader } from './edge-header.ts'
import { EdgeNames } from './edge-names.ts'
import type { FileFormat } from './file-format.ts'
import { pushChannel, type RawNetwork } from './raw-network.ts'
import { failAt, quoted, type Source } from './source.ts'
import { Table } from './table.ts'
import { bracedWeight, weightIn } from './weight-in.ts'

export const edgeList: FileFormat<'edges'> = {
  name: 'edges',
  title: 'an edge list',
  endings: ['edges', 'edgelist', 'ncol'],
  recognises: () => true,
  read: parseEdgeList,
}

/** Reads the pieces of a file one after the other; the first has the header, if there is one, and the line after it. */
function parseEdgeList(pieces: Iterable<Source>): RawNetwork {
  const names = new EdgeNames()
  const channels = new ChannelList()
  let header: EdgeHeader | undefined
  let separator: number | undefined
  for (const piece of pieces) {
    const table = new Table(piece, separator)
    separator = table.separator
    if (header === undefined) {
      header = edgeHeader(piece)
      if (header.rows === 1) table.nextRow()
    }
    readRows(piece, table, header, names, channels)
  }
  const { labels, places } = names.inOrder()
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) channels.replace(i, places[u[i]!]!, places[v[i]!]!)
  return { labels, channels, notes: header?.rows === 1 ? ['took the first line for a header'] : [] }
}

function readRows(
  source: Source,
  table: Table,
  { columns: [first, second], weight, width }: EdgeHeader,
  names: EdgeNames,
  channels: ChannelList,
): void {
  while (table.nextRow()) {
    for (let column = 0; column < first; column++) table.nextField()
    const u = nextEnd(source, table, names)
    const start = table.start
    for (let column = first + 1; column < second; column++) table.nextField()
    const v = nextEnd(source, table, names)
    // Weights in a column before the ends are left out: such files are rare, and it would take a second look at each row.
    const rest = readRest(table, weight - second - 1)
    pushChannel(source, channels, u, v, start, rest.weight)
    const found = second + 1 + rest.fields
    // A separator too many at the end of a line does no harm.
    if (found !== width && !(table.endsOpen && found === width + 1)) failWidth(source, start, width, found)
  }
}

/** What is left of a row: the number of its fields, and the number in the field of this place, if it is one. */
function readRest(table: Table, place: number): { readonly fields: number; readonly weight?: number } {
  if (table.atBrace) {
    const weight = bracedWeight(table.rest)
    return { fields: table.skipRest(), ...(weight !== undefined && { weight }) }
  }
  for (let field = 0; field < place; field++) if (!table.nextField()) return { fields: field }
  if (place < 0 || table.atEnd) return { fields: Math.max(0, place) + table.skipRest() }
  const number = table.nextNumber()
  if (number < 0) table.nextField()
  const weight = number < 0 ? weightIn(table.value()) : number
  return { fields: place + 1 + table.skipRest(), ...(weight !== undefined && { weight }) }
}

function failWidth(source: Source, offset: number, width: number, found: number): never {
  return failAt(
    source,
    offset,
    `expected ${width} fields as in the first row, found ${found}: the rows of an edge list are equally wide; ` +
      'an adjacency list is read with format=adjlist',
  )
}

/** The index of the processor that the next field names. */
function nextEnd(source: Source, table: Table, names: EdgeNames): number {
  const number = table.nextNumber()
  if (number < 0) {
    if (!table.nextField())
      failAt(source, table.start, `expected the names of two processors, found only ${quoted(table.value())}`)
    if (table.start === table.end) failAt(source, table.start, 'expected the name of a processor')
  }
  const index = names.meet(number < 0 ? table.name() : number)
  if (index < 0) failAt(source, table.start, `expected at most ${names.size} processors`)
  return index
}
