import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'

/** Writes a file whole or not at all: under another name first, then renamed once it is on disk. */
export function writeAtomically(path: string, chunks: Iterable<string>): void {
  const draft = `${path}.draft`
  const file = openSync(draft, 'w')
  try {
    for (const chunk of chunks) writeSync(file, chunk)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}
