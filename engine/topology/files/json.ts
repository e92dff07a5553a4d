/**
 * JSON: lists of nodes and of links, as NetworkX, D3, graphology, Cytoscape.js and vis.js write them; the JSON Graph Format; the
 * neighbours by node; or a list of pairs.
 */
import type { FileFormat } from './file-format.ts'
import { addJsonGraph } from './json-graph.ts'
import { NodeList } from './node-list.ts'
import { failAt, joined, type Source } from './source.ts'

export const json: FileFormat<'json'> = {
  name: 'json',
  title: 'JSON',
  endings: ['json', 'jgf', 'cyjs'],
  recognises: ({ text }) => /^\s*(\{\s*["}]|\[\s*[[{\]])/.test(text),
  read(pieces) {
    const source = joined(pieces)
    const nodes = new NodeList(source)
    addJsonGraph(parsed(source), nodes, (message) => failAt(source, 0, message))
    return nodes.network()
  },
}

function parsed(source: Source): unknown {
  try {
    return JSON.parse(source.text)
  } catch (error) {
    const { message } = error as Error
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? source.text.length)
    return failAt(source, offset, `expected JSON: ${message.replace(/\s+/g, ' ')}`)
  }
}
