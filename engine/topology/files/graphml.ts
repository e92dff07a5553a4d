/** GraphML files (Brandes et al. 2001), with any namespace prefixes; processors in the order of their nodes. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { FileFormat } from './file-format.ts'
import { NodeList } from './node-list.ts'
import type { RawNetwork } from './raw-network.ts'
import { failAtLine, joined, type Source } from './source.ts'
import { isWeightName, weightIn } from './weight-in.ts'

/** A declaration, or a first tag with attributes or another tag in it; names may stand in angle brackets too. */
const xml = /^\s*<(?:[?!]|[A-Za-z][\w:.-]*(?:\s+[\w:.-]+\s*=|\s*>\s*<))/

/** Any XML that no format before it recognises: an error then says what is missing. */
export const graphml: FileFormat<'graphml'> = {
  name: 'graphml',
  title: 'GraphML',
  endings: ['graphml'],
  recognises: ({ text }) => xml.test(text.slice(0, 4096)),
  read: (pieces) => parseGraphml(joined(pieces)),
}

function parseGraphml(source: Source): RawNetwork {
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

/** Networks within networks need a few levels. Reading takes time quadratic in the depth. */
const deepest = 1000

/** Labels by the rank of where they stand: what is found in a higher one replaces those of lower ones. */
const labelRanks: Readonly<Record<string, number>> = { name: 1, vertexlabel: 2, label: 3 }

class GraphmlReader {
  readonly #fail: (message: string) => never
  readonly #nodes: NodeList
  /** The names of the keys by which data elements say what they hold. */
  readonly #keys = new Map<string, string>()
  /** By node: the rank of its label. */
  readonly #ranks: number[] = []
  /** For each open graph, node and edge: the index of the node, −1 for the others. Nodes may hold graphs. */
  readonly #owners: number[] = []
  #inEdge = false
  /** What the text being read says of its owner; empty where that does not matter. */
  #meaning = ''
  #text = ''
  #graphs = 0
  #depth = 0

  constructor(source: Source, fail: (message: string) => never) {
    this.#fail = fail
    this.#nodes = new NodeList(source)
  }

  open(tag: SaxesTagNS): void {
    if (++this.#depth > deepest) this.#fail(`expected at most ${deepest} elements within one another`)
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
    this.#depth--
    if (element === 'edge') this.#inEdge = false
    if (element === 'graph' || element === 'node' || element === 'edge') this.#owners.pop()
    if (element !== 'data' && element !== 'NodeLabel') return
    this.#describe(this.#meaning, this.#text.trim())
    this.#meaning = ''
  }

  network(): RawNetwork {
    if (this.#graphs === 0) this.#fail('expected a graph element')
    return this.#nodes.network()
  }

  #openGraph(tag: SaxesTagNS): void {
    if (this.#owners.length === 0 && ++this.#graphs > 1) this.#fail('expected one graph, found a second')
    this.#owners.push(-1)
    if (tag.attributes.edgedefault?.value === 'directed') this.#nodes.directed = true
  }

  #openNode(tag: SaxesTagNS): void {
    const id = this.#need(tag, 'id')
    if (this.#nodes.has(id)) this.#fail(`expected another id for this node: “${id}” is taken`)
    this.#owners.push(this.#nodes.meet(id, 0))
    this.#ranks.push(0)
  }

  #openEdge(tag: SaxesTagNS): void {
    this.#nodes.join(this.#need(tag, 'source'), this.#need(tag, 'target'))
    this.#owners.push(-1)
    this.#inEdge = true
    if (tag.attributes.directed?.value === 'true') this.#nodes.directed = true
  }

  #expect(meaning: string): void {
    this.#meaning = meaning
    this.#text = ''
  }

  /** Notes a label or a coordinate of the innermost node, or the weight of an edge. Of several labels in a drawing, the first is the name. */
  #describe(meaning: string, text: string): void {
    if (this.#inEdge && isWeightName(meaning)) this.#nodes.weigh(weightIn(text))
    const owner = this.#owners.at(-1) ?? -1
    if (owner < 0 || text === '') return
    const key = meaning.toLowerCase()
    const rank = labelRanks[key] ?? 0
    if (rank > this.#ranks[owner]!) {
      this.#ranks[owner] = rank
      this.#nodes.label(owner, text)
    } else if (key === 'longitude' || key === 'x') this.#nodes.place(owner, 0, Number(text))
    else if (key === 'latitude' || key === 'y') this.#nodes.place(owner, 1, Number(text))
  }

  #need(tag: SaxesTagNS, attribute: string): string {
    const value = tag.attributes[attribute]?.value
    return value ?? this.#fail(`expected an attribute “${attribute}” in this ${tag.local}`)
  }
}
