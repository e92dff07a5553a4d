import { join } from 'node:path'
import { changedFiles } from '../files/data-files.ts'
import { readHeader } from '../store/read-log.ts'

/**
 * The files of code that differ between the sweeps in two folders; null if one of them has no log, which is where it
 * says by what code it was run.
 */
export function changedCode(before: string, now: string): string[] | null {
  const [older, newer] = [before, now].map((directory) => readHeader(join(directory, 'runs.jsonl'))?.code)
  if (older === undefined || newer === undefined) return null
  return changedFiles(older, newer).sort()
}
