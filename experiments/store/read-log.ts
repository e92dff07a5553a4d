/** Reads what `log.ts` writes, as far as it is as it was written. */
import { closeSync, fstatSync, readSync } from 'node:fs'
import { InputError } from '../../engine/index.ts'
import { type FinishedCell, knowFamilies } from '../cell/index.ts'
import { openPlain } from '../files/open-plain.ts'
import { reasonOf } from '../files/read-file.ts'
import type { LogHeader, Place } from './log.ts'
import { unsealed } from './log-line.ts'

/** Who is told what stands in a log. */
interface LogReader {
  /** Told first. */
  onHeader?(header: LogHeader): void
  /**
   * Told every cell, its place, and the number of its line, from 1; of those that met with trouble of the machine the
   * last, after all others: what is sound comes first. What it throws ends the reading.
   */
  onCell(cell: FinishedCell, place: Place, line: number): void
  /** Told the number of a line that is not as it was written; what it held is lost. */
  onDamage(line: number): void
}

/**
 * The header of a log and the bytes up to the end of its last whole line; null if there is no log, or nothing whole
 * in it. A last line that was cut short by a crash is left out. Throws an InputError if the header is damaged.
 */
export function readLog(
  path: string,
  reader: LogReader,
): { readonly header: LogHeader; readonly length: number } | null {
  const file = openIfThere(path)
  if (file === null) return null
  try {
    let header: LogHeader | null = null
    let number = 0
    let length = 0
    const troubled = new Map<number, Parameters<LogReader['onCell']>>()
    for (const { line, offset } of linesOf(file)) {
      number++
      length = offset + line.length + 1
      if (header === null) {
        header = asHeader(line, path)
        reader.onHeader?.(header)
        continue
      }
      const cell = asCell(unsealed(line), header)
      if (cell === null) reader.onDamage(number)
      else if (cell.trouble) troubled.set(cell.index, [cell, { offset, length: line.length }, number])
      else reader.onCell(cell, { offset, length: line.length }, number)
    }
    for (const told of troubled.values()) reader.onCell(...told)
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
    for (const { line } of linesOf(file)) return asHeader(line, path)
    return null
  } finally {
    closeSync(file)
  }
}

/** What is said where a line is damaged and nothing can run it again. */
export const damaged = (where: string, remedy = 'run again without --resume'): InputError =>
  new InputError(`${where}: the log is damaged here; ${remedy}`)

function asHeader(line: Buffer, path: string): LogHeader {
  const value = unsealed(line)
  const { format } = (value ?? {}) as { readonly format?: unknown }
  if (format === 'admissible-log/4') {
    const header = value as LogHeader
    knowFamilies(header.manifest.families)
    return header
  }
  // Earlier versions had no checksums.
  if (format !== undefined || /"format":"admissible-log\/[1-3]"/.test(line.toString('latin1')))
    throw new InputError(
      `${path} is not a log of this version of the program; run again without --resume, or with another --out`,
    )
  throw damaged(`${path}:1`)
}

function asCell(value: unknown, { cells }: LogHeader): FinishedCell | null {
  const { index, row } = (value ?? {}) as { readonly index?: number; readonly row?: unknown }
  return Number.isInteger(index) && index! >= 0 && index! < cells && row != null
    ? (value as FinishedCell)
    : null
}

function openIfThere(path: string): number | null {
  try {
    return openPlain(path)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw new InputError(`cannot read ${path}: ${reasonOf(error)}`)
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
