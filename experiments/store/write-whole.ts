import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** The ending of files that are being written. One that is left over was never finished. */
export const draftEnding = '.draft'

/** Writes a file whole or not at all: under another name first, then renamed once it is on disk. */
export function writeAtomically(path: string, chunks: Iterable<string>): void {
  const draft = draftOf(path)
  try {
    const file = openSync(draft, 'w')
    try {
      for (const chunk of chunks) writeFully(file, chunk)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
    syncFolder(dirname(path))
  } catch (error) {
    // On a full disk, half a file only takes up room.
    rmSync(draft, { force: true })
    throw error
  }
}

/** Another name for a file, which no other process uses. */
export const draftOf = (path: string): string => `${path}.${process.pid}${draftEnding}`

/** Writes all of a text. The system may write less than it is asked to, as it does when a disk becomes full. */
function writeFully(file: number, text: string): void {
  const bytes = Buffer.from(text)
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
