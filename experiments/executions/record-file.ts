import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { InputError } from '../../engine/index.ts'
import type { RecordSink } from '../cell/index.ts'
import { reasonOf } from '../files/read-file.ts'
import { openStream, type WriteTarget, writeTarget } from '../files/write-target.ts'

/**
 * Writes a record to a file, which has its name only when it is complete, and to a device or a pipe as it comes. Throws an
 * InputError if it cannot.
 */
export class RecordFile implements RecordSink {
  readonly #path: string
  readonly #target: WriteTarget
  /** Null where none is needed. */
  readonly #draft: string | null
  #file: number | null = null
  /** Whether there is a draft. */
  #begun = false

  constructor(path: string) {
    this.#path = path
    this.#target = writeTarget(path)
    this.#draft = draftOf(path)
  }

  begin(): void {
    this.#attempt(() => {
      this.#file = this.#draft === null ? openStream(this.#path) : openSync(this.#draft, 'w')
      this.#begun = this.#draft !== null
    })
  }

  write(block: Uint8Array): void {
    this.#attempt(() => {
      for (let written = 0; written < block.length; ) written += writeSync(this.#file!, block, written)
    })
  }

  finish(): void {
    this.#attempt(() => {
      if (this.#draft !== null) fsyncSync(this.#file!)
      closeSync(this.#file!)
      this.#file = null
      if (this.#draft !== null) renameSync(this.#draft, this.#target.path)
      this.#begun = false
    })
  }

  /** Leaves nothing behind of a record that was not completed. */
  abandon(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
    if (this.#begun) unlinkSync(this.#draft!)
    this.#begun = false
  }

  #attempt(operation: () => void): void {
    try {
      operation()
    } catch (error) {
      throw new InputError(`cannot write “${this.#path}”: ${reasonOf(error)}`)
    }
  }
}

/** Where a record is while it is being written; null if nowhere else than in the end. */
export function draftOf(path: string): string | null {
  const target = writeTarget(path)
  return target.isStream ? null : `${target.path}.draft`
}

/** Writes a record that is there as a whole. Throws an InputError if it cannot. */
export function writeRecord(blocks: Iterable<Uint8Array>, path: string): void {
  const file = new RecordFile(path)
  try {
    file.begin()
    for (const block of blocks) file.write(block)
    file.finish()
  } finally {
    file.abandon()
  }
}
