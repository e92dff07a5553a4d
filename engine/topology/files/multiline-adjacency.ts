/** NetworkX's multi-line adjacency lists: “name count”, then as many lines “neighbour {attributes}”. */
import { ChannelList } from '../channel-list.ts'
import { EdgeNames } from './edge-names.ts'
import type { FileFormat } from './file-format.ts'
import { firstLines, linesOf } from './lines.ts'
import { pushChannel } from './raw-network.ts'
import { failAt, joined } from './source.ts'

const head = /^(\S+)\s+(\d+)$/
const neighbour = /^(\S+)(?:\s+(\{.*\}|\d+))?$/

export const multilineAdjacency: FileFormat<'multiline-adjlist'> = {
  name: 'multiline-adjlist',
  title: 'a multi-line adjacency list',
  endings: ['multiadjlist'],
  recognises(beginning) {
    const [first, second] = firstLines(beginning, 50).filter(({ text }) => !text.startsWith('#'))
    return head.test(first?.text ?? '') && /^\S+\s+\{.*\}$/.test(second?.text ?? '')
  },
  read(pieces) {
    const source = joined(pieces)
    const names = new EdgeNames()
    const channels = new ChannelList()
    let [owner, missing] = [0, 0]
    for (const { text, offset } of linesOf(source)) {
      if (text === '' || text.startsWith('#')) continue
      const [, name, count] = (missing === 0 ? head : neighbour).exec(text) ?? []
      if (name === undefined)
        return failAt(source, offset, missing === 0 ? 'expected “name count”' : 'expected a neighbour')
      const index = names.meet(/^(0|[1-9]\d{0,14})$/.test(name) ? Number(name) : name)
      if (missing > 0) {
        pushChannel(source, channels, owner, index, offset)
        missing--
      } else [owner, missing] = [index, Number(count)]
    }
    if (missing > 0) failAt(source, source.text.length, `expected ${missing} more neighbours`)
    const { labels, places } = names.inOrder()
    for (const [i, u] of channels.u.entries()) channels.replace(i, places[u]!, places[channels.v[i]!]!)
    return { labels, channels, notes: [] }
  },
}
