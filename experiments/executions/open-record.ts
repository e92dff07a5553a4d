import {
  type AnyAlgorithm,
  type ComputedInstance,
  type Header,
  InputError,
  type NumberedLine,
  readHeader,
  recordedInstance,
} from '../../engine/index.ts'
import { fileLines } from '../files/file-lines.ts'
import { readFile } from '../files/read-file.ts'
import { loadAlgorithm } from '../loading/load.ts'

/** A recorded execution in a file, whose header was read. */
export interface OpenRecord {
  readonly path: string
  readonly header: Header
  readonly algorithm: AnyAlgorithm
  readonly instance: ComputedInstance
  /** The lines after the header, read as they are asked for. */
  readonly lines: Iterable<NumberedLine>
}

/**
 * Opens a recorded execution. The algorithm is the one that the header names, or the one given. Throws an InputError
 * if the file cannot be read or is none.
 */
export async function openRecord(path: string, given?: string): Promise<OpenRecord> {
  const lines = fileLines(path)
  const first = lines.next()
  if (first.done) throw new InputError(`${path} is empty; its first line must be a header`)
  const place = () => `${path}, line 1`
  const header = readHeader(first.value.text, place)
  const { module, algorithm: name } = header
  const algorithm = await loadAlgorithm(given ?? (module === null ? name : `${module}#${name}`))
  return { path, header, algorithm, instance: recordedInstance(header, algorithm, readFile, place), lines }
}
