/**
 * Adjacency lists: on each line a processor, perhaps with a colon, and its neighbours. A channel may stand at both of
 * its ends or at one. Processors are in the order of the lines, or in that of their numbers.
 */
import { ChannelList } from '../channel-list.ts'
import { EdgeNames } from './edge-names.ts'
import type { FileFormat } from './file-format.ts'
import { pushChannel, type RawNetwork } from './raw-network.ts'
import { firstRows } from './rows.ts'
import { failAt, joined, type Source } from './source.ts'
import { Table } from './table.ts'

export const adjacencyList: FileFormat<'adjlist'> = {
  name: 'adjlist',
  title: 'an adjacency list',
  endings: ['adjlist'],
  recognises: looksLikeAdjacency,
  read: (pieces) => parseAdjacencyList(joined(pieces)),
}

/** More rows are not looked at to recognise a list. */
const rowsMax = 1000

function parseAdjacencyList(source: Source): RawNetwork {
  const text = withoutColons(source)
  const table = new Table(text)
  const names = new EdgeNames()
  const pairs = new ChannelList()
  while (table.nextRow()) {
    table.nextField()
    const u = names.meet(table.name())
    const start = table.start
    while (table.nextField()) {
      if (table.start === table.end) continue
      pushChannel(source, pairs, u, names.meet(table.name()), start)
    }
  }
  const { labels, places } = names.inOrder()
  const channels = new ChannelList(pairs.length)
  const met = new Set<number>()
  for (let i = 0; i < pairs.length; i++) {
    const [u, v] = [places[pairs.u[i]!]!, places[pairs.v[i]!]!]
    if (u < 0 || v < 0) failAt(source, 0, 'expected fewer processors')
    // The other end of a channel that stands at both; twice at one end it is parallel.
    if (u !== v && met.has(v * labels.length + u)) continue
    met.add(u * labels.length + v)
    channels.push(u, v)
  }
  return { labels, channels, notes: [] }
}

/** “0: 1, 2” as “0  1  2”: where all lines have a colon after the first name, blanks and commas separate the others. */
function withoutColons(source: Source): Source {
  if (!hasColons(source)) return source
  const text = source.text.replaceAll(
    colon,
    (_, name: string, rest: string) => `${name} ${rest.replaceAll(/[,;[\]{}]/g, ' ')}`,
  )
  return { ...source, text }
}

const colon = /^[^\S\n]*("[^"\n]*"|[^\s:,;"]+)[^\S\n]*:(?=\s|$)(.*)$/gm

function hasColons({ text }: Source): boolean {
  const lines = text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => /^\s*[^\s#%]/.test(line))
  return lines.length > 0 && lines.slice(0, rowsMax).every((line) => new RegExp(colon.source).test(line))
}

/**
 * Lines of unequal widths that begin with different names and name nobody who has no line; or lines of more than two
 * names each, in which who names another is named by it.
 */
function looksLikeAdjacency(source: Source): boolean {
  if (hasColons(source)) return true
  const rows = firstRows(source, rowsMax)
  const neighbours = new Map(rows.map(([head = '', ...others]) => [head, new Set(others)]))
  if (rows.length < 2 || neighbours.size < rows.length) return false
  if (rows.some((row) => new Set(row).size < row.length)) return false
  const whole = rows.length < rowsMax && source.continues !== true
  const widths = new Set(rows.map((row) => row.length))
  const pairs = rows.flatMap(([head = '', ...others]) => others.map((other) => [head, other] as const))
  if (widths.size > 1) return !whole || pairs.every(([, other]) => neighbours.has(other))
  return whole && rows[0]!.length > 2 && pairs.every(([head, other]) => neighbours.get(other)?.has(head))
}
