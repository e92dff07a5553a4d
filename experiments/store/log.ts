/**
 * runs.jsonl, the log of record: a header line, then one line per finished cell, in the order of finishing. It is
 * only appended to, and what was appended is on disk before it counts. All other files can be written from it.
 */
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell, Manifest } from '../cell/index.ts'
import { syncFolder } from './write-whole.ts'

/** What is known of a sweep before anything has run. */
export interface LogHeader {
  readonly format: 'admissible-log/3'
  readonly manifest: Omit<Manifest, 'cells' | 'complete' | 'outcomes'>
  /** By file, a hash of the code that can change a number. */
  readonly code: Readonly<Record<string, string>>
  /** Points of the grid. */
  readonly cells: number
  /** At most so many of them are to be in this log. */
  readonly runs: number
  /** What to type to go on after an interruption. */
  readonly resume: string
}

/** Where a line stands in the log, in bytes, without the line end. */
export interface Place {
  readonly offset: number
  readonly length: number
}

/** Appends to a log. */
export class LogWriter {
  readonly #file: number
  #length: number

  /** Starts a new log, or goes on with one after its first `length` bytes. */
  constructor(path: string, start: LogHeader | { readonly length: number }) {
    if ('length' in start) {
      truncateSync(path, start.length)
      this.#file = openSync(path, 'a')
      this.#length = start.length
    } else {
      this.#file = openSync(path, 'ax')
      this.#length = 0
      this.append([start])
      syncFolder(dirname(path))
    }
  }

  /** Appends a line for each value; they are on disk when it returns. What cannot be written whole is taken back. */
  append(values: readonly unknown[]): Place[] {
    const lines = values.map((value) => Buffer.from(`${JSON.stringify(value)}\n`))
    const bytes = Buffer.concat(lines)
    try {
      // The system may write less than it is asked to, as it does when a disk becomes full.
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
      fdatasyncSync(this.#file)
    } catch (error) {
      ftruncateSync(this.#file, this.#length)
      throw error
    }
    return lines.map(({ length }) => {
      const place = { offset: this.#length, length: length - 1 }
      this.#length += length
      return place
    })
  }

  close(): void {
    closeSync(this.#file)
  }
}

/**
 * The header of a log and the bytes up to the end of its last whole line; null if there is no log, or nothing whole
 * in it. `onCell` is told every cell and its place, after `onHeader` the header. A last line that was cut short by a crash is left out.
 */
export function readLog(
  path: string,
  onCell: (cell: FinishedCell, place: Place) => void,
  onHeader: (header: LogHeader) => void = () => undefined,
): { readonly header: LogHeader; readonly length: number } | null {
  const file = openIfThere(path)
  if (file === null) return null
  try {
    let header: LogHeader | null = null
    let number = 0
    let length = 0
    for (const { line, offset } of linesOf(file)) {
      number++
      const value = parse(line, `${path}:${number}`)
      if (header === null) onHeader((header = asHeader(value, path)))
      else onCell(asCell(value, header, `${path}:${number}`), { offset, length: line.length })
      length = offset + line.length + 1
    }
    return header && { header, length }
  } finally {
    closeSync(file)
  }
}

/** The header alone; null if there is no log, or nothing whole in it. */
export function readHeader(path: string): LogHeader | null {
  const file = openIfThere(path)
  if (file === null) return null
  try {
    for (const { line } of linesOf(file)) return asHeader(parse(line, `${path}:1`), path)
    return null
  } finally {
    closeSync(file)
  }
}

function openIfThere(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw error
  }
}

/** The whole lines of a file with their places, a few megabytes of it in memory at a time. */
function* linesOf(file: number): Generator<{ readonly line: Buffer; readonly offset: number }> {
  let rest = Buffer.alloc(0)
  let end = 0
  const { size } = fstatSync(file)
  while (end < size) {
    const chunk = Buffer.allocUnsafe(Math.min(2 ** 22, size - end))
    const read = readSync(file, chunk, 0, chunk.length, end)
    if (read === 0) return
    const start = end - rest.length
    const bytes = rest.length === 0 ? chunk.subarray(0, read) : Buffer.concat([rest, chunk.subarray(0, read)])
    end += read
    let from = 0
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      yield { line: bytes.subarray(from, to), offset: start + from }
      from = to + 1
    }
    rest = bytes.subarray(from)
  }
}

function parse(line: Buffer, where: string): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    throw damaged(where)
  }
}

function asHeader(value: unknown, path: string): LogHeader {
  const { format } = (value ?? {}) as { readonly format?: unknown }
  if (format === 'admissible-log/3') return value as LogHeader
  throw new InputError(
    `${path} is not a log of this version of the program; run again without --resume, or with another --out`,
  )
}

function asCell(value: unknown, { cells }: LogHeader, where: string): FinishedCell {
  const { index, row } = (value ?? {}) as { readonly index?: unknown; readonly row?: unknown }
  if (typeof index === 'number' && index >= 0 && index < cells && row != null) return value as FinishedCell
  throw damaged(where)
}

const damaged = (where: string): InputError =>
  new InputError(`${where}: the log is damaged here; run again without --resume`)
