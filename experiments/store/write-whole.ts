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

interface WriteOptions {
  /** Whether it is to outlast a power cut that comes just afterwards; that takes time. */
  readonly lasting?: boolean
  /** Is told the hash of what is written, before it takes its name. */
  readonly beforeRename?: (hash: string) => void
}

/** Writes a file whole or not at all: under another name first, then renamed. */
export function writeAtomically(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  { lasting = false, beforeRename = () => undefined }: WriteOptions = {},
): void {
  const draft = draftOf(path)
  const hash = createHash('sha256')
  try {
    const file = openSync(draft, 'w')
    try {
      for (const chunk of chunks) {
        hash.update(chunk)
        writeFully(file, chunk)
      }
      if (lasting) fsyncSync(file)
    } finally {
      closeSync(file)
    }
    beforeRename(hash.digest('hex'))
    renameSync(draft, path)
    if (lasting) syncFolder(dirname(path))
  } catch (error) {
    // On a full disk, half a file only takes up room.
    rmSync(draft, { force: true })
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
