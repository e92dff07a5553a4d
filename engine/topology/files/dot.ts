/**
 * The DOT language of Graphviz: nodes, edges, chains of edges, subgraphs as ends of edges, ports, attributes. Nodes are
 * called by their ids, since labels are made for drawing. Our own reader: those that there are for JavaScript take
 * `a:port:nw -> b` for an edge of w, or know neither subgraphs in chains nor strings joined by +.
 */
import { DotReader } from './dot-reader.ts'
import type { FileFormat } from './file-format.ts'
import { joined } from './source.ts'

/** Comments, then “graph {”, “digraph Name {” or the like. */
const beginning =
  /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n|#.*\n)*(?:strict\s+)?(?:di)?graph\b(?:\s*|\s+[^\s"{]+\s*|\s*"(?:[^"\\]|\\.)*"\s*)\{/i

/** The first line of an edge list with attributes in braces, which NetworkX writes, of a node that is called graph. */
const isAttributed = /^\S+\s+\S+\s+\{(?:'.*|\}[^\S\n]*\n\s*\S.*)/

export const dot: FileFormat<'dot'> = {
  name: 'dot',
  title: 'DOT',
  endings: ['dot', 'gv'],
  recognises: ({ text }) => beginning.test(text.slice(0, 8192)) && !isAttributed.test(text),
  read: (pieces) => new DotReader(joined(pieces)).network(),
}
