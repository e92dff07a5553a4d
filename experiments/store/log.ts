/**
 * runs.jsonl, the log of record: a header line, then one line per finished cell, in the order of finishing. It is
 * only appended to, and each batch is on disk before the next is handed out.
 */
import { closeSync, fdatasyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { InputError } from '../../engine/index.ts'
import type { Manifest } from '../manifest.ts'
import type { Shard } from '../shards/shard.ts'
import type { FinishedCell } from '../workers/setup.ts'

export interface LogHeader {
  readonly format: 'admissible-log/1'
  readonly experiment: Manifest['experiment']
  readonly codeHash: string
  /** Which part of the grid this is; absent if it is all of it. */
  readonly shard?: Shard
}

export interface Log {
  readonly header: LogHeader
  readonly cells: readonly FinishedCell[]
  /** Bytes up to the end of the last whole line. */
  readonly length: number
}

/** Appends to a log. */
export class LogWriter {
  readonly #file: number

  /** Starts a new log, or goes on with one after its first `length` bytes. */
  constructor(path: string, start: LogHeader | { readonly length: number }) {
    if ('length' in start) {
      truncateSync(path, start.length)
      this.#file = openSync(path, 'a')
    } else {
      this.#file = openSync(path, 'wx')
      this.#write([start])
    }
  }

  append(cells: readonly FinishedCell[]): void {
    this.#write(cells)
  }

  close(): void {
    closeSync(this.#file)
  }

  #write(values: readonly unknown[]): void {
    writeSync(this.#file, values.map((value) => `${JSON.stringify(value)}\n`).join(''))
    fdatasyncSync(this.#file)
  }
}

/** Reads a log; null if there is none. A last line that was cut short by a crash is left out. */
export function readLog(path: string): Log | null {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw error
  }
  const length = bytes.lastIndexOf('\n') + 1
  if (length === 0) return null
  const lines = bytes.toString('utf8', 0, length).trimEnd().split('\n')
  const [header, ...cells] = lines.map((line, i) => {
    try {
      return JSON.parse(line) as unknown
    } catch {
      throw new InputError(`${path}:${i + 1}: the log is damaged here; run again without --resume`)
    }
  })
  if ((header as Partial<LogHeader>).format !== 'admissible-log/1')
    throw new InputError(`${path} is not a log of this program; choose another folder`)
  return { header: header as LogHeader, cells: cells as FinishedCell[], length }
}
