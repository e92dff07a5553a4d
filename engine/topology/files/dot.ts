/**
 * The DOT language of Graphviz: nodes, edges, chains of edges, subgraphs as ends of edges, ports, attributes. Nodes are
 * called by their ids, since labels are made for drawing. Our own reader: those that there are for JavaScript take
 * `a:port:nw -> b` for an edge of w, or know neither subgraphs in chains nor strings joined by +.
 */
import { DotReader } from './dot-reader.ts'
import type { FileFormat } from './file-format.ts'
import { joined } from './source.ts'

export const dot: FileFormat<'dot'> = {
  name: 'dot',
  title: 'DOT',
  endings: ['dot', 'gv'],
  recognises: ({ text }) =>
    /^(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n|#.*\n)*(?:strict\s+)?(?:di)?graph\b(?:\s*|\s+[^\s"{]+\s*|\s*"(?:[^"\\]|\\.)*"\s*)\{/i.test(
      text.slice(0, 8192),
    ),
  read: (pieces) => new DotReader(joined(pieces)).network(),
}
