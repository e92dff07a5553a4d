/**
 * runs.jsonl, the log of record: a header line, then one line per finished cell, in the order of finishing. It is
 * only appended to, and what was appended is on disk before it counts. All other files can be written from it. Each line
 * carries a checksum.
 */
import { closeSync, fdatasyncSync, ftruncateSync, openSync, truncateSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Manifest } from '../cell/index.ts'
import { sealedLine } from './log-line.ts'
import { syncFolder } from './write-whole.ts'

/** What is known of a sweep before anything has run. */
export interface LogHeader {
  readonly format: 'admissible-log/4'
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
  append(values: readonly object[]): Place[] {
    const lines = values.map((value) => Buffer.from(`${sealedLine(value)}\n`))
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
