/**
 * Edge lists: one channel per line, as the names of its two ends. What follows them on the line, such as a weight, is
 * ignored, and so is a header. Numbers for names put the processors in their order; otherwise the order is that of
 * first appearance.
 */
import { ChannelList } from '../channel-list.ts'
import { EdgeNames } from './edge-names.ts'
import { pushChannel, type RawNetwork } from './raw-network.ts'
import { failAt, quoted, type Source } from './source.ts'
import { Table } from './table.ts'

const headerWord = /^(source|target|from|to|src|dst)(_?(node|vertex))?(_?id)?$/i

/** Reads the pieces of a file one after the other; the first has the header, if there is one, and the line after it. */
export function parseEdgeList(pieces: Iterable<Source>): RawNetwork {
  const names = new EdgeNames()
  const channels = new ChannelList()
  const notes: string[] = []
  let first: Table | undefined
  for (const piece of pieces) {
    const table = new Table(piece, first?.separator)
    if (first === undefined && hasHeader(piece)) {
      notes.push('took the first line for a header')
      table.nextRow()
    }
    first ??= table
    readRows(piece, table, names, channels)
  }
  const { labels, places } = names.inOrder()
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) channels.replace(i, places[u[i]!]!, places[v[i]!]!)
  return { labels, channels, notes }
}

function readRows(source: Source, table: Table, names: EdgeNames, channels: ChannelList): void {
  while (table.nextRow()) {
    const u = nextEnd(source, table, names)
    pushChannel(source, channels, u, nextEnd(source, table, names), table.start)
  }
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

/** The first row is a header if it says so, or if it is words and the second row is numbers. */
function hasHeader(source: Source): boolean {
  const table = new Table(source)
  const first = nextTwoFields(table)
  const second = nextTwoFields(table)
  const isText = (name: number | string) => typeof name === 'string'
  if (first.length === 0 || !first.every(isText)) return false
  return first.every((word) => headerWord.test(String(word))) || (second.length > 0 && !second.some(isText))
}

function nextTwoFields(table: Table): (number | string)[] {
  return table.nextRow() ? [1, 2].map(() => (table.nextField() ? table.name() : '')) : []
}
