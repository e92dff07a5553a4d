import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import { someOf } from '../files/data-files.ts'
import { readPlain, reasonOf } from '../files/read-file.ts'
import { Draft, hashOf, writeWhole } from './write-whole.ts'

/** The file that says, by name, the hash of what was written to a folder of results. */
export const recordFile = 'files.json'

/**
 * The files that the program has written to a folder of results. What it has not written, or what is not as it was
 * written, belongs to the user: it is never removed, and moves to `previous-1`, `previous-2` … where it is in the way.
 */
export class OwnFiles {
  readonly #directory: string
  readonly #hashes: Map<string, string>
  readonly #moved: string[] = []
  #aside: string | null = null

  constructor(directory: string) {
    this.#directory = directory
    this.#hashes = new Map(Object.entries(readRecord(directory)))
  }

  /** Those that are there still, changed or not; from the folder. */
  get names(): string[] {
    return [...this.#hashes.keys()].filter((name) => existsSync(this.#path(name)))
  }

  /** Writes a file whole or not at all. Another one of that name makes room, unless it is as it was written. */
  write(name: string, chunks: Iterable<string | Uint8Array>, lasting = false): void {
    const asPieces = function* () {
      for (const chunk of chunks) yield [chunk]
    }
    this.writeTogether([name], asPieces(), lasting)
  }

  /** The same for several files at once. Each piece has the next chunk of every one of them. */
  writeTogether(
    names: readonly string[],
    pieces: Iterable<readonly (string | Uint8Array)[]>,
    lasting = false,
  ): void {
    const drafts: Draft[] = []
    try {
      for (const name of names) {
        mkdirSync(dirname(this.#path(name)), { recursive: true })
        drafts.push(new Draft(this.#path(name)))
      }
      for (const chunks of pieces) for (const [i, draft] of drafts.entries()) draft.write(chunks[i]!)
      for (const [i, draft] of drafts.entries())
        draft.finish(lasting, (hash) => this.#makeRoom(names[i]!, hash))
    } catch (error) {
      for (const draft of drafts) draft.abandon()
      throw error
    }
  }

  /** For a file of ours with another content; what is not ours moves. */
  #makeRoom(name: string, hash: string): void {
    const path = this.#path(name)
    if (existsSync(path) && contentOf(path) !== hash && !this.isUnchanged(name)) this.setAside(name)
    this.#hashes.set(name, hash)
  }

  isUnchanged(name: string): boolean {
    const hash = this.#hashes.get(name)
    return hash !== undefined && hash === contentOf(this.#path(name))
  }

  /** Removes a file that is as it was written. Any other stays, and is the user's from now on. */
  remove(name: string): void {
    if (existsSync(this.#path(name)) && this.isUnchanged(name)) rmSync(this.#path(name))
    this.#forget(name)
  }

  /** Moves a file to the subfolder for what made room. */
  setAside(name: string): void {
    this.#aside ??= firstFree(this.#directory)
    const target = join(this.#directory, this.#aside, name)
    mkdirSync(dirname(target), { recursive: true })
    renameSync(this.#path(name), target)
    this.#moved.push(name)
    this.#forget(name)
  }

  /** Writes down what is known, and tells what was moved, if anything was. `why` is about these files. */
  save(onNotice: (text: string) => void = () => undefined, why = 'not as it was written'): void {
    const sorted = Object.fromEntries([...this.#hashes].sort(([a], [b]) => (a < b ? -1 : 1)))
    writeWhole(this.#path(recordFile), `${JSON.stringify(sorted, null, 2)}\n`)
    if (this.#moved.length > 0)
      onNotice(`${why}: ${someOf(this.#moved)}; now in ${join(this.#directory, this.#aside!)}`)
    this.#moved.length = 0
  }

  #forget(name: string): void {
    this.#hashes.delete(name)
    // Folders that this leaves empty go as well.
    for (let folder = dirname(name); folder !== '.'; folder = dirname(folder)) {
      const path = this.#path(folder)
      if (existsSync(path) && readdirSync(path).length === 0) rmdirSync(path)
    }
  }

  #path(name: string): string {
    return join(this.#directory, name)
  }
}

/** The first of `previous-1`, `previous-2` … that is not there. */
function firstFree(directory: string): string {
  let number = 1
  while (existsSync(join(directory, `previous-${number}`))) number++
  return `previous-${number}`
}

/** The hash of a file; null of a folder. */
const contentOf = (path: string): string | null => (statSync(path).isFile() ? hashOf(path) : null)

/** Where there is no readable list, nothing counts as ours. */
function readRecord(directory: string): Readonly<Record<string, string>> {
  try {
    const record: unknown = JSON.parse(readPlain(join(directory, recordFile)).toString())
    return typeof record === 'object' && record !== null ? (record as Record<string, string>) : {}
  } catch {
    return {}
  }
}

/** The files that the program has in a folder of results, for a report. Throws InputErrors if the system does not allow it. */
export function resultFiles(directory: string) {
  const own = new OwnFiles(directory)
  return {
    get names() {
      return own.names
    },
    write: (name: string, chunks: Iterable<string | Uint8Array>) =>
      writing(directory, () => own.write(name, chunks)),
    remove: (name: string) => writing(directory, () => own.remove(name)),
    save: (onNotice?: (text: string) => void) => writing(directory, () => own.save(onNotice)),
  }
}

/** Does what writes to a folder of results. Throws an InputError if the system does not allow it. */
export function writing<T>(directory: string, write: () => T, more: () => string = () => ''): T {
  try {
    return write()
  } catch (error) {
    // Only the file system's errors have a code.
    if (typeof (error as { code?: unknown }).code !== 'string') throw error
    throw new InputError(`cannot write to the results folder ${directory}: ${reasonOf(error)}${more()}`)
  }
}
