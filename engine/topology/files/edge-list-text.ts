import type { Graph } from '../graph.ts'
import type { Labels } from '../labels.ts'

/** Names that are whole numbers are read as numbers. */
const number = /^(0|[1-9]\d{0,14})$/
/** Names that need no quotation marks. */
const word = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*$/u

/** An edge list, line by line. */
export interface EdgeListText {
  readonly lines: Iterable<string>
  /** Whether the processors are written by their indices: some labels are missing, repeated or hold line breaks. */
  readonly byIndex: boolean
}

/**
 * A network as an edge list, from which the same is read: the same labels, or numbers from 0 where labels do not do. A
 * list with words has a header, so that no name is taken for one.
 */
export function edgeListText(graph: Graph): EdgeListText {
  const labels = graph.details.labels
  const byIndex = labels === undefined || !areNames(labels)
  const names = byIndex ? null : Array.from({ length: graph.n }, (_, p) => labels.at(p)!)
  const header = names?.some((name) => !number.test(name)) ? ['source target\n'] : []
  const nameOf = (p: number): string => (names === null ? String(p) : written(names[p]!))
  return { byIndex, lines: linesOf(graph, header, nameOf) }
}

function* linesOf(graph: Graph, header: readonly string[], nameOf: (p: number) => string): Generator<string> {
  yield* header
  for (let p = 0; p < graph.n; p++)
    for (let channel = 0; channel < graph.degree(p); channel++) {
      const q = graph.neighbor(p, channel)
      if (p < q) yield `${nameOf(p)} ${nameOf(q)}\n`
    }
}

function areNames(labels: Labels): boolean {
  const met = new Set<string>()
  for (let p = 0; p < labels.length; p++) {
    const label = labels.at(p)!
    if (label.trim() !== label || label === '' || /[\n\r]/.test(label) || met.has(label)) return false
    met.add(label)
  }
  return true
}

const written = (name: string): string => (word.test(name) ? name : `"${name.replaceAll('"', '""')}"`)
