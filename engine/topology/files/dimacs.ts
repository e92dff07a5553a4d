/**
 * DIMACS files: “p FORMAT n m”, then “e u v” (edges), “a u v w” (arcs) or, in those of PACE, “u v”; “c” begins comments.
 * Vertices are numbered from 1. Lines of other letters (n, d, v, x) say nothing of the network.
 */
import type { FileFormat } from './file-format.ts'
import { fieldsOf, firstLines, type Line, linesOf } from './lines.ts'
import { NumberedChannels, vertexCount } from './numbered.ts'
import { directedNote } from './raw-network.ts'
import { failAt, joined, quoted, type Source } from './source.ts'
import { weightIn } from './weight-in.ts'

const problem = /^p\s+[a-z]+\d*\s+\d+(\s+\d+)?$/i

export const dimacs: FileFormat<'dimacs'> = {
  name: 'dimacs',
  title: 'DIMACS',
  endings: ['dimacs', 'col', 'clq', 'gr', 'max'],
  recognises(beginning) {
    const first = firstLines(beginning, 10_000).find(({ text }) => !/^c(\s|$)/.test(text))
    return first !== undefined && problem.test(first.text)
  },
  read(pieces) {
    const source = joined(pieces)
    let graph: NumberedChannels | undefined
    let directed = false
    for (const line of linesOf(source)) {
      const fields = fieldsOf(source, line)
      const [kind] = fields
      if (kind === undefined || kind.text === 'c') continue
      if (kind.text === 'p') graph = readProblem(source, line, graph)
      else if (graph === undefined) failAt(source, line.offset, 'expected a line “p edge n m” first')
      else if (/^[ea]$/.test(kind.text) || /^\d+$/.test(kind.text)) {
        const [u, v, weight] = /^\d/.test(kind.text) ? fields : fields.slice(1)
        graph.join(graph.vertex(u, line), graph.vertex(v, line), line.offset, weightIn(weight?.text))
        directed ||= kind.text === 'a'
      } else if (!/^[ndvxlst]$/.test(kind.text))
        failAt(
          source,
          line.offset,
          `expected a line that begins with c, p, e or a, found ${quoted(line.text)}`,
        )
    }
    if (graph === undefined) return failAt(source, source.text.length, 'expected a line “p edge n m”')
    return graph.network(directedNote(directed))
  },
}

function readProblem(source: Source, line: Line, earlier: NumberedChannels | undefined): NumberedChannels {
  if (earlier !== undefined) return failAt(source, line.offset, 'expected one graph, found a second')
  const [, format, n] = fieldsOf(source, line)
  if (format?.text === 'cnf') failAt(source, format.offset, 'expected a graph, found a formula (cnf)')
  return new NumberedChannels(source, vertexCount(source, n, line))
}
