/**
 * Edge lists: one channel per line, as the names of its two ends. What follows them on the line, such as a weight, is
 * ignored, and so is a header. Numbers for names put the processors in their order; otherwise the order is that of
 * first appearance.
 */
import { ChannelList } from '../channel-list.ts'
import { multiples } from '../multiples.ts'
import { Names, pushChannel, type RawNetwork } from './raw-network.ts'
import { failAt, quoted, type Source } from './source.ts'
import { Table } from './table.ts'

const headerWord = /^(source|target|from|to|src|dst)(_?(node|vertex))?(_?id)?$/i

export function parseEdgeList(source: Source): RawNetwork {
  const names = new Names<number | string>(source)
  const channels = new ChannelList()
  const table = new Table(source)
  const header = hasHeader(source)
  if (header) table.nextRow()
  while (table.nextRow()) {
    table.nextField()
    const u = nameOf(source, table, names)
    if (!table.nextField())
      failAt(source, table.start, `expected the names of two processors, found only ${quoted(table.value())}`)
    pushChannel(source, channels, u, nameOf(source, table, names), table.start)
  }
  const notes = header ? ['took the first line for a header'] : []
  return { labels: labelsInOrder(names.all, channels), channels, notes }
}

/** The number of the processor that the current field names. */
function nameOf(source: Source, table: Table, names: Names<number | string>): number {
  if (table.start === table.end) failAt(source, table.start, 'expected the name of a processor')
  return names.meet(table.name(), table.start)
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

/** The labels in the order of the processors, which are sorted, in the channels too, if all names are numbers. */
function labelsInOrder(names: readonly (number | string)[], channels: ChannelList): string[] {
  const labels = names.map(String)
  if (!names.every((name) => typeof name === 'number')) return labels
  const order = multiples(names.length, 1).sort((a, b) => names[a]! - names[b]!)
  const places = new Uint32Array(names.length)
  for (const [place, index] of order.entries()) places[index] = place
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) channels.replace(i, places[u[i]!]!, places[v[i]!]!)
  return Array.from(order, (index) => labels[index]!)
}
