/** Trivial Graph Format (yEd): “id label” for each node, a line “#”, then “from to label” for each edge. */
import type { FileFormat } from './file-format.ts'
import { linesOf } from './lines.ts'
import { NodeList } from './node-list.ts'
import { failAt, joined, quoted, type Source } from './source.ts'

export const tgf: FileFormat<'tgf'> = {
  name: 'tgf',
  title: 'Trivial Graph Format',
  endings: ['tgf'],
  recognises: looksLikeTgf,
  read(pieces) {
    const source = joined(pieces)
    const nodes = new NodeList(source)
    let edges = false
    for (const { text, offset } of linesOf(source)) {
      if (text === '') continue
      const [id = '', second = ''] = text.split(/\s+/)
      if (text === '#') {
        if (edges) failAt(source, offset, 'expected one line “#”, found a second')
        edges = true
      } else if (edges) {
        if (second === '') failAt(source, offset, `expected the ids of two nodes, found only ${quoted(id)}`)
        for (const end of [id, second])
          if (!nodes.has(end))
            failAt(source, offset, `expected nodes from before the “#”: ${quoted(end)} is none`)
        nodes.join(id, second)
      } else {
        if (nodes.has(id)) failAt(source, offset, `expected another id for this node: ${quoted(id)} is taken`)
        nodes.label(nodes.meet(id, offset), text.slice(id.length).trim())
      }
    }
    if (!edges) failAt(source, source.text.length, 'expected a line “#” between nodes and edges')
    return nodes.network()
  },
}

/** A line “#” with ids before it, no two the same, and pairs of them after it. */
function looksLikeTgf(source: Source): boolean {
  if (!/(^|\n)[^\S\n]*#[^\S\n]*(\n|$)/.test(source.text)) return false
  const ids = new Set<string>()
  let edges = 0
  let after = false
  for (const { text } of linesOf(source)) {
    if (text === '') continue
    const [id = '', second = ''] = text.split(/\s+/)
    if (text === '#' && after) return false
    if (text === '#') after = true
    else if (after && !(ids.has(id) && ids.has(second))) return false
    else if (after && ++edges === 100) return true
    else if (!after && (ids.has(id) || text.startsWith('#'))) return false
    else if (!after) ids.add(id)
  }
  return after && ids.size > 0
}
