import { createHash } from 'node:crypto'
import { algorithmFamilies } from '../../algorithms/index.ts'
import {
  type Cell,
  delays,
  InputError,
  namesOnMemory,
  pathsIn,
  pathsInName,
  splitName,
  topologies,
} from '../../engine/index.ts'
import { sharedMemory } from '../cell/index.ts'
import { readChunks } from './read-chunks.ts'

/** By path, a hash of what stands in a file. */
export type Files = Readonly<Record<string, string>>

/** Knows the contents of the files that networks, delays and algorithms are read from; reads each once. */
export class FileHashes {
  readonly #hashes = new Map<string, string>()

  /** The files that some cells need. Throws an InputError if one cannot be read. */
  of(cells: readonly Cell[]): Files {
    return Object.fromEntries(dataFilesOf(cells).map((path) => [path, this.hashOf(path)]))
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

/** The paths of the files that some cells need, each once. */
export function dataFilesOf(cells: readonly Cell[]): string[] {
  // A grid has many cells and few specs.
  const reading = cells.filter(({ topology }) => topology !== sharedMemory)
  const networks = new Set(reading.map(({ topology }) => topology))
  const delayed = reading.filter(({ algorithm }) => !namesOnMemory(algorithm))
  const distributions = new Set(delayed.flatMap(({ delay }) => delay ?? []))
  const algorithms = new Set(cells.map(({ algorithm }) => splitName(algorithm).innermost))
  const paths = [
    ...[...algorithms].flatMap((name) => pathsInName(name, algorithmFamilies)),
    ...[...networks].flatMap((spec) => pathsIn(topologies.parse(spec))),
    ...[...distributions].flatMap((spec) => pathsIn(delays.parse(spec))),
  ]
  return [...new Set(paths)]
}

/** The files that have not the same contents in two lists. */
export const changedFiles = (before: Files, now: Files): string[] =>
  Object.keys({ ...before, ...now }).filter((path) => before[path] !== now[path])

/** Some names, of which at most three are said. */
export function someOf(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
  return `${names.slice(0, 3).join(', ')}${more}`
}

function hashFile(path: string): string {
  const hash = createHash('sha256')
  for (const chunk of readChunks(path)) hash.update(chunk)
  return hash.digest('hex')
}
