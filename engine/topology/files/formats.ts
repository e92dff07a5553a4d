import { adjacencyList } from './adjacency-list.ts'
import { arrows } from './arrows.ts'
import { dimacs } from './dimacs.ts'
import { dot } from './dot.ts'
import { edgeList } from './edge-list.ts'
import type { FileFormat } from './file-format.ts'
import { gexf } from './gexf.ts'
import { gml } from './gml.ts'
import { graph6 } from './graph6.ts'
import { graphml } from './graphml.ts'
import { json } from './json.ts'
import { matrix } from './matrix.ts'
import { matrixMarket } from './matrix-market.ts'
import { metis } from './metis.ts'
import { multilineAdjacency } from './multiline-adjacency.ts'
import { pajek } from './pajek.ts'
import type { Source } from './source.ts'
import { tgf } from './tgf.ts'
import { refuseDoubtful, refuseOthers } from './unreadable.ts'

/** All formats of network files, in the order in which a beginning is shown to them: what is most peculiar comes first. */
export const fileFormats: readonly FileFormat[] = [
  gexf,
  graphml,
  gml,
  dot,
  json,
  matrixMarket,
  pajek,
  dimacs,
  graph6,
  tgf,
  metis,
  multilineAdjacency,
  arrows,
  matrix,
  adjacencyList,
  edgeList,
]

/** Formats in which a network is read as it always was, so that rows need not say it. */
const plain: readonly FileFormat[] = [edgeList, gml, graphml]

export const isPlain = (format: FileFormat): boolean => plain.includes(format)

/** The format that the ending of a file's name, or else its beginning speaks for; an edge list if nothing does. */
export function formatOf(beginning: Source): FileFormat {
  const ending = /\.([^./\\]+)$/.exec(beginning.name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? ''
  const named = fileFormats.find(({ endings }) => endings.includes(ending))
  if (named !== undefined) return named
  refuseOthers(beginning)
  const found = fileFormats.find((format) => format !== edgeList && format.recognises(beginning))
  if (found === undefined) refuseDoubtful(beginning)
  return found ?? edgeList
}

/** The format of this name. */
export function formatNamed(name: string): FileFormat {
  return fileFormats.find((format) => format.name === name)!
}
