import { parseEdgeList } from './edge-list.ts'
import { parseGml } from './gml.ts'
import { parseGraphml } from './graphml.ts'
import { parseMatrix } from './matrix.ts'
import type { RawNetwork } from './raw-network.ts'
import { joined, type Source } from './source.ts'
import { Table } from './table.ts'

export type Format = 'edges' | 'gml' | 'graphml' | 'matrix'

/** How each format is read: from the pieces of a file. Only edge lists need not be in memory as a whole. */
export const parsers: Readonly<Record<Format, (pieces: Iterable<Source>) => RawNetwork>> = {
  edges: parseEdgeList,
  gml: (pieces) => parseGml(joined(pieces)),
  graphml: (pieces) => parseGraphml(joined(pieces)),
  matrix: (pieces) => parseMatrix(joined(pieces)),
}

/** The format that the ending of a file's name or else its beginning speaks for; edges if nothing does. */
export function formatOf(source: Source): Format {
  const ending = /\.(gml|graphml|edges|edgelist)$/i.exec(source.name)?.[1]?.toLowerCase()
  if (ending === 'gml' || ending === 'graphml') return ending
  if (ending !== undefined) return 'edges'
  const beginning = source.text.slice(0, 4096).trimStart()
  if (beginning.startsWith('<')) return 'graphml'
  if (/^\s*graph\s*\[/m.test(beginning)) return 'gml'
  return isMatrix(source) ? 'matrix' : 'edges'
}

/**
 * At least three rows, as many as the first has entries, which are all 0 or 1; or fewer, if more follow. With two it
 * is edges as well.
 */
function isMatrix(source: Source): boolean {
  const table = new Table(source)
  if (!table.nextRow()) return false
  let width = 0
  for (; table.nextField(); width++) if (!/^[01](\.0*)?(e[+-]?0+)?$/i.test(table.value())) return false
  let rows = 1
  while (rows <= width && table.nextRow()) rows++
  return rows >= 3 && (rows === width || (rows < width && source.continues === true))
}
