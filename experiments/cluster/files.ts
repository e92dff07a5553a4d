import { createHash } from 'node:crypto'
import { delays, InputError, pathsIn, topologies } from '../../engine/index.ts'
import type { IndexedCell } from '../cell/index.ts'
import { readChunks } from '../files/read-chunks.ts'

/** By path, a hash of what stands in a file. */
export type Files = Readonly<Record<string, string>>

/** Knows the contents of the files that networks and delays are read from; reads each once. */
export class FileHashes {
  readonly #hashes = new Map<string, string>()

  /** The files that some cells need. Throws an InputError if one cannot be read. */
  of(cells: readonly IndexedCell[]): Files {
    const specs = new Set(
      cells.flatMap(({ cell: { topology, delay } }) => [
        topologies.parse(topology),
        ...(delay === null ? [] : [delays.parse(delay)]),
      ]),
    )
    const paths = [...specs].flatMap(pathsIn)
    return Object.fromEntries(paths.map((path) => [path, this.hashOf(path)]))
  }

  hashOf(path: string): string {
    const hash = this.#hashes.get(path) ?? hashFile(path)
    this.#hashes.set(path, hash)
    return hash
  }

  /** What keeps a worker with these files from running what needs those of a sweep; null if nothing does. */
  objection(files: Files): string | null {
    for (const [path, hash] of Object.entries(files))
      try {
        if (this.hashOf(path) !== hash) return `its file ${path} is not the same as that of the sweep`
      } catch (error) {
        if (error instanceof InputError) return `it ${error.message}`
        throw error
      }
    return null
  }
}

function hashFile(path: string): string {
  const hash = createHash('sha256')
  for (const chunk of readChunks(path)) hash.update(chunk)
  return hash.digest('hex')
}
