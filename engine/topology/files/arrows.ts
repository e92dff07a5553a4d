/** Edge lists with a sign between the ends: “a -- b”, “a -> b”, “a <-> b”, “a → b”; chains of them; the rest of a line is passed over. */
import { ChannelList } from '../channel-list.ts'
import { EdgeNames } from './edge-names.ts'
import type { FileFormat } from './file-format.ts'
import { firstLines, type Line, linesOf } from './lines.ts'
import { directedNote, pushChannel } from './raw-network.ts'
import { failAt, joined, quoted, type Source } from './source.ts'

/** Between blanks a single dash will do; names may contain one. */
const sign = String.raw`(?:\s+(?:<?[-=]+>?|[↔→←—–])\s+|\s*(?:<?--+>?|<?==+>?|->|<-|=>|<->|[↔→←])\s*)`
const name = String.raw`(?:"(?:[^"]|"")*"|(?:(?!--|->|<-|=>|==|[↔→←])[^\s"])+)`
const pair = new RegExp(`^${name}${sign}${name}`, 'u')
const next = new RegExp(`^(${sign})(${name})`, 'u')
const firstName = new RegExp(`^${name}`, 'u')

export const arrows: FileFormat<'arrows'> = {
  name: 'arrows',
  title: 'an edge list with arrows',
  endings: [],
  recognises: (beginning) => {
    const first = firstLines(beginning, 1000).find(({ text }) => !/^[#%]/.test(text))
    return first !== undefined && pair.test(first.text)
  },
  read(pieces) {
    const source = joined(pieces)
    const names = new EdgeNames()
    const channels = new ChannelList()
    let directed = false
    for (const line of linesOf(source)) {
      if (line.text === '' || /^[#%]/.test(line.text)) continue
      const chain = chainIn(source, line)
      directed ||= chain.directed
      const indices = chain.names.map((name) => names.meet(name))
      for (const [i, v] of indices.slice(1).entries())
        pushChannel(source, channels, indices[i]!, v, line.offset)
    }
    const { labels, places } = names.inOrder()
    for (const [i, u] of channels.u.entries()) channels.replace(i, places[u]!, places[channels.v[i]!]!)
    return { labels, channels, notes: directedNote(directed) }
  },
}

function chainIn(source: Source, { text, offset }: Line) {
  const first = firstName.exec(text)?.[0] ?? ''
  const names = [nameOf(first)]
  let rest = text.slice(first.length)
  let directed = false
  for (let step = next.exec(rest); step !== null; step = next.exec(rest)) {
    const [whole, sign, name] = step
    directed ||= /^\s*(?:[-=]+>|<[-=]+|[→←])\s*$/.test(sign!)
    names.push(nameOf(name!))
    rest = rest.slice(whole.length)
  }
  if (names.length === 1 || first === '')
    return failAt(
      source,
      offset,
      `expected two names with a sign such as -- between them, found ${quoted(text)}`,
    )
  return { names, directed }
}

/** Without quotation marks, or without what ends a statement; a number if it is a whole one. */
function nameOf(text: string): number | string {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"')
  const plain = text.replace(/[;,]$/, '')
  return /^(0|[1-9]\d{0,14})$/.test(plain) ? Number(plain) : plain
}
