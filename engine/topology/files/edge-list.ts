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

const headerWord =
  /^(source|target|from|to|src|dst|(from|to|source|target)?_?(node|id|nodeid)_?[12ab]?|u|v)$/i

export function parseEdgeList(source: Source): RawNetwork {
  const names = new Names<number | string>(source)
  const channels = new ChannelList()
  const table = new Table(source)
  if (hasHeader(source)) table.nextRow()
  while (table.nextRow()) {
    table.nextField()
    const u = names.meet(table.name(), table.start)
    if (!table.nextField())
      failAt(source, table.start, `expected the names of two processors, found only ${quoted(table.value())}`)
    pushChannel(source, channels, u, names.meet(table.name(), table.start), table.start)
  }
  return inNumericOrder(names.all, channels)
}

/** The first row is a header if it says so, or if it is words and the second row is numbers. */
function hasHeader(source: Source): boolean {
  const table = new Table(source)
  const rows = [1, 2].map(() =>
    table.nextRow() ? [1, 2].map(() => (table.nextField() ? table.name() : '')) : [],
  )
  const isText = (name: number | string) => typeof name === 'string'
  const [first, second] = rows as [(number | string)[], (number | string)[]]
  if (first.length === 0 || !first.every(isText)) return false
  return first.every((word) => headerWord.test(String(word))) || (second.length > 0 && !second.some(isText))
}

/** Sorts the processors if all names are numbers. */
function inNumericOrder(names: readonly (number | string)[], channels: ChannelList): RawNetwork {
  const labels = names.map(String)
  if (!names.every((name) => typeof name === 'number')) return { labels, channels, notes: [] }
  const order = multiples(names.length, 1).sort((a, b) => names[a]! - names[b]!)
  const places = new Uint32Array(names.length)
  for (const [place, index] of order.entries()) places[index] = place
  const { u, v } = channels
  for (let i = 0; i < u.length; i++) channels.replace(i, places[u[i]!]!, places[v[i]!]!)
  return { labels: Array.from(order, (index) => labels[index]!), channels, notes: [] }
}
