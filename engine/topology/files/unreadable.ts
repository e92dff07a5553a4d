import { InputError } from '../../errors.ts'
import { firstLines } from './lines.ts'
import { isSquareOfNumbers } from './matrix-shape.ts'
import type { Source } from './source.ts'

/** Formats that are not read, by how their files begin, and what to do with them. */
const others: readonly (readonly [beginning: RegExp, name: string, remedy: string])[] = [
  [/^\s*dl\s+n(r|c|m)?\s*=/i, 'UCINET DL', 'save it as an edge list or as Pajek'],
  [/^\s*LEDA\.GRAPH\b/, 'LEDA', 'save it as GraphML or GML'],
  [/^\s*nodedef>/i, 'GDF', 'open it in Gephi and export GraphML'],
  [/^\s*\(tlp\b/, 'Tulip TLP', 'export GML'],
  [/^\s*NAME\s*:.*(\n.*){0,9}\bDIMENSION\s*:/, 'TSPLIB', 'write its edges as an edge list'],
  [/^\s*33D32945\b/, 'SteinLib STP', 'write its edges as an edge list'],
  [/^\s*DGS00[1-4]\b/, 'GraphStream DGS', 'export GML'],
  [/^\s*\*node data\b/i, 'NetDraw VNA', 'save it as an edge list or as Pajek'],
]

/** One pair of names in brackets, and nothing else on the line. */
const bracketed = /^[([<{].*[,;\s].*[)\]>}][,;]?$/

/** Refuses a text in a format that is known and not read. */
export function refuseOthers(source: Source): void {
  const [beginning] = firstLines(source, 1)
  const text = source.text.slice(beginning?.offset ?? 0, (beginning?.offset ?? 0) + 2048)
  const other = others.find(([pattern]) => pattern.test(text))
  if (other !== undefined)
    throw new InputError(`${source.name} is ${other[1]}, which is not read; ${other[2]}, or say format=`)
}

/** Refuses a table that no format recognises and that is no list of edges without doubt. */
export function refuseDoubtful(source: Source): void {
  const [first] = firstLines(source, 1000).filter(({ text }) => !/^[#%]/.test(text))
  if (first !== undefined && bracketed.test(first.text))
    throw new InputError(
      `${source.name} has pairs in brackets, which are not read; write the two names alone, or say format=`,
    )
  if (isSquareOfNumbers(source))
    throw new InputError(
      `${source.name} is a square of numbers: it could be a matrix or a list of edges with weights; say format=matrix, format=edges or format=adjlist`,
    )
}
