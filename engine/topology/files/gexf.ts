/** GEXF files (Gephi): nodes with ids, labels and places, edges between them; nodes may be nested. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { FileFormat } from './file-format.ts'
import { NodeList } from './node-list.ts'
import { failAtLine, joined } from './source.ts'
import { weightIn } from './weight-in.ts'

export const gexf: FileFormat<'gexf'> = {
  name: 'gexf',
  title: 'GEXF',
  endings: ['gexf'],
  recognises: ({ text }) => /^\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?gexf\b/.test(text.slice(0, 8192)),
  read(pieces) {
    const source = joined(pieces)
    const parser = new SaxesParser({ xmlns: true, position: false })
    const fail = (message: string) => failAtLine(source, parser.line, Math.max(1, parser.column), message)
    const nodes = new NodeList(source)
    let graphs = 0
    /** The nodes that are open, the innermost last. */
    const open: number[] = []
    const need = (tag: SaxesTagNS, name: string): string =>
      tag.attributes[name]?.value ?? fail(`expected an attribute “${name}” in this ${tag.local}`)
    parser.on('error', ({ message }) => fail(`expected well-formed XML: ${message}`))
    parser.on('opentag', (tag) => {
      if (tag.local === 'graph') {
        if (++graphs > 1) fail('expected one graph, found a second')
        nodes.directed = tag.attributes.defaultedgetype?.value === 'directed'
      } else if (tag.local === 'node') {
        const id = need(tag, 'id')
        if (nodes.has(id)) fail(`expected another id for this node: “${id}” is taken`)
        open.push(nodes.meet(id, 0))
        nodes.label(open.at(-1)!, tag.attributes.label?.value.trim() ?? '')
      } else if (tag.local === 'edge') {
        if (/^(directed|mutual)$/.test(tag.attributes.type?.value ?? '')) nodes.directed = true
        nodes.join(need(tag, 'source'), need(tag, 'target'), weightIn(tag.attributes.weight?.value))
      } else if (tag.local === 'position' && open.length > 0)
        for (const [axis, name] of (['x', 'y'] as const).entries())
          nodes.place(open.at(-1)!, axis as 0 | 1, Number(need(tag, name)))
    })
    parser.on('closetag', (tag) => {
      if (tag.local === 'node') open.pop()
    })
    parser.write(source.text).close()
    if (graphs === 0) fail('expected a graph element')
    return nodes.network()
  },
}
