import { createHash } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** The ending of files that are being written. One that is left over was never finished. */
export const draftEnding = '.draft'

/** A file that is written whole or not at all: under another name first, then renamed. */
export class Draft {
  readonly #path: string
  readonly #draft: string
  #file: number | null
  readonly #hash = createHash('sha256')

  constructor(path: string) {
    this.#path = path
    this.#draft = draftOf(path)
    this.#file = openSync(this.#draft, 'w')
  }

  write(content: string | Uint8Array): void {
    this.#hash.update(content)
    writeFully(this.#file!, content)
  }

  /**
   * Gives the file its name. `lasting`: it is to outlast a power cut that comes just afterwards; that takes time.
   * `beforeRename` is told the hash of what was written.
   */
  finish(lasting = false, beforeRename: (hash: string) => void = () => undefined): void {
    if (lasting) fsyncSync(this.#file!)
    this.#close()
    beforeRename(this.#hash.digest('hex'))
    renameSync(this.#draft, this.#path)
    if (lasting) syncFolder(dirname(this.#path))
  }

  /** Takes it away: on a full disk, half a file only takes up room. */
  abandon(): void {
    this.#close()
    rmSync(this.#draft, { force: true })
  }

  #close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }
}

/** Writes a small file whole or not at all. */
export function writeWhole(path: string, content: string): void {
  const draft = new Draft(path)
  try {
    draft.write(content)
    draft.finish()
  } catch (error) {
    draft.abandon()
    throw error
  }
}

/** Another name for a file, which no other process uses. */
export const draftOf = (path: string): string => `${path}.${process.pid}${draftEnding}`

/** The hash of a file's content, as `writeAtomically` tells it. */
export function hashOf(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const block = Buffer.allocUnsafe(2 ** 20)
    for (let read = readSync(file, block); read > 0; read = readSync(file, block))
      hash.update(block.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

/** Writes all of a content. The system may write less than it is asked to, as it does when a disk becomes full. */
function writeFully(file: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** Makes new names in a folder outlast a power cut, where the system can. */
export function syncFolder(directory: string): void {
  try {
    const folder = openSync(directory, 'r')
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  } catch {
    // Windows and some network drives do not know this.
  }
}

/** Makes a folder and those above it, where they are missing. */
export function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    // Of a read-only file system it only says that the folder is not there.
    let above = dirname(directory)
    while (!existsSync(above) && above !== dirname(above)) above = dirname(above)
    accessSync(above, constants.W_OK)
    throw error
  }
}
