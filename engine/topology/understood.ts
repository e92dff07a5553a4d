import type { Graph } from './graph.ts'
import { counted } from './notes.ts'

/** What was understood of a file: “read as METIS: 4,253 processors, 12,289 channels”; null of other networks. */
export function understood({ n, m, details: { readAs } }: Graph): string | null {
  return readAs === undefined
    ? null
    : `read as ${readAs.title}: ${counted(n, 'processor')}, ${counted(m, 'channel')}`
}
