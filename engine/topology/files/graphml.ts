/** GraphML files (Brandes et al. 2001), with any namespace prefixes; processors in the order of their nodes. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ChannelList } from '../channel-list.ts'
import { directedNote, droppedNote, Names, pushChannel, type RawNetwork } from './raw-network.ts'
import { failAtLine, type Source } from './source.ts'

export function parseGraphml(source: Source): RawNetwork {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const fail = (message: string) => failAtLine(source, parser.line, Math.max(1, parser.column), message)
  const reader = new GraphmlReader(source, fail)
  parser.on('error', ({ message }) => fail(`expected well-formed XML: ${message}`))
  parser.on('opentag', (tag) => reader.open(tag))
  parser.on('text', (text) => reader.read(text))
  parser.on('cdata', (text) => reader.read(text))
  parser.on('closetag', (tag) => reader.close(tag.local))
  parser.write(source.text).close()
  return reader.network()
}

class GraphmlReader {
  readonly #source: Source
  readonly #fail: (message: string) => never
  /** The names of the keys by which data elements say what they hold. */
  readonly #keys = new Map<string, string>()
  readonly #ids: Names<string>
  readonly #labels: string[] = []
  readonly #coordinates: number[] = []
  /** The ends of the channels in turn. Nodes may come after channels that name them. */
  readonly #ends: string[] = []
  /** For each open graph, node and edge: the index of the node, −1 for the others. Nodes may hold graphs. */
  readonly #owners: number[] = []
  /** What the text being read says of its owner; empty where that does not matter. */
  #meaning = ''
  #text = ''
  #graphs = 0
  #directed = false

  constructor(source: Source, fail: (message: string) => never) {
    this.#source = source
    this.#fail = fail
    this.#ids = new Names(source)
  }

  open(tag: SaxesTagNS): void {
    if (tag.local === 'key') this.#keys.set(this.#need(tag, 'id'), tag.attributes['attr.name']?.value ?? '')
    else if (tag.local === 'graph') this.#openGraph(tag)
    else if (tag.local === 'node') this.#openNode(tag)
    else if (tag.local === 'edge') this.#openEdge(tag)
    else if (tag.local === 'hyperedge') this.#fail('expected edges between two nodes, found a hyperedge')
    else if (tag.local === 'data') this.#expect(this.#keys.get(this.#need(tag, 'key')) ?? '')
    else if (tag.local === 'NodeLabel') this.#expect('label')
    else if (tag.local === 'Geometry') {
      this.#describe('x', tag.attributes.x?.value ?? '')
      this.#describe('y', tag.attributes.y?.value ?? '')
    }
  }

  /** Text may arrive in pieces. */
  read(text: string): void {
    if (this.#meaning !== '') this.#text += text
  }

  close(element: string): void {
    if (element === 'graph' || element === 'node' || element === 'edge') this.#owners.pop()
    if (element !== 'data' && element !== 'NodeLabel') return
    this.#describe(this.#meaning, this.#text.trim())
    this.#meaning = ''
  }

  network(): RawNetwork {
    if (this.#graphs === 0) this.#fail('expected a graph element')
    const channels = new ChannelList()
    let dropped = 0
    for (let i = 0; i < this.#ends.length; i += 2) {
      const u = this.#ids.find(this.#ends[i]!)
      const v = this.#ids.find(this.#ends[i + 1]!)
      if (u < 0 || v < 0) dropped++
      else pushChannel(this.#source, channels, u, v, 0)
    }
    const notes = [...directedNote(this.#directed), ...droppedNote(dropped)]
    return { labels: this.#labels, channels, coordinates: Float64Array.from(this.#coordinates), notes }
  }

  #openGraph(tag: SaxesTagNS): void {
    if (this.#owners.length === 0 && ++this.#graphs > 1) this.#fail('expected one graph, found a second')
    this.#owners.push(-1)
    if (tag.attributes.edgedefault?.value === 'directed') this.#directed = true
  }

  #openNode(tag: SaxesTagNS): void {
    const id = this.#need(tag, 'id')
    if (this.#ids.find(id) >= 0) this.#fail(`expected another id for this node: “${id}” is taken`)
    this.#owners.push(this.#ids.meet(id, 0))
    this.#labels.push(id)
    this.#coordinates.push(Number.NaN, Number.NaN)
  }

  #openEdge(tag: SaxesTagNS): void {
    this.#ends.push(this.#need(tag, 'source'), this.#need(tag, 'target'))
    this.#owners.push(-1)
    if (tag.attributes.directed?.value === 'true') this.#directed = true
  }

  #expect(meaning: string): void {
    this.#meaning = meaning
    this.#text = ''
  }

  /** Notes a label or a coordinate of the innermost node; a label takes precedence over a name. */
  #describe(meaning: string, text: string): void {
    const owner = this.#owners.at(-1) ?? -1
    if (owner < 0 || text === '') return
    const key = meaning.toLowerCase()
    const unlabelled = this.#ids.find(this.#labels[owner]!) === owner
    if (key === 'label' || (key === 'name' && unlabelled)) this.#labels[owner] = text
    else if (key === 'longitude' || key === 'x') this.#coordinates[2 * owner] = Number(text)
    else if (key === 'latitude' || key === 'y') this.#coordinates[2 * owner + 1] = Number(text)
  }

  #need(tag: SaxesTagNS, attribute: string): string {
    const value = tag.attributes[attribute]?.value
    return value ?? this.#fail(`expected an attribute “${attribute}” in this ${tag.local}`)
  }
}
