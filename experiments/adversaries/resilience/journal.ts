import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../../engine/index.ts'
import type { ResilienceDefinition } from '../../definition/resilience.ts'
import { hashCode } from '../../store/code-hash.ts'
import { LogWriter } from '../../store/log.ts'
import { sealedLine, unsealed } from '../../store/log-line.ts'
import { Occupation } from '../../store/occupation.ts'
import { writing } from '../../store/own-files.ts'
import { makeFolder, writeWhole } from '../../store/write-whole.ts'
import type { ResilienceCell } from './system.ts'

/** A system that was looked at: its place among all. */
interface Entry {
  readonly index: number
  readonly cell: ResilienceCell
}

/**
 * systems.jsonl in a folder of maps: what is asked and by which code, then a line for each system that was looked at. An
 * interrupted run goes on from it. One process at a time writes to the folder.
 */
export class Journal {
  /** By place, what is known. */
  readonly known = new Map<number, ResilienceCell>()
  readonly #path: string
  readonly #folder: string
  readonly #header: string
  readonly #occupation: Occupation
  #log: LogWriter | null = null

  /** `modules`: those of users. Throws an InputError if the folder cannot be written to, or if what it has is not of this question or this code. */
  constructor(
    folder: string,
    asked: ResilienceDefinition,
    { resume, modules }: { readonly resume: boolean; readonly modules: readonly string[] },
  ) {
    this.#folder = folder
    this.#path = join(folder, 'systems.jsonl')
    this.#header = sealedLine({ format: 'admissible-resilience/1', asked, code: hashCode(modules).hash })
    this.#occupation = writing(folder, () => {
      makeFolder(folder)
      return new Occupation(folder)
    })
    try {
      if (resume) this.#read()
      this.complete()
      this.#log = writing(folder, () => new LogWriter(this.#path, { length: statSync(this.#path).size }))
    } catch (error) {
      this.close()
      throw error
    }
  }

  note(index: number, cell: ResilienceCell): void {
    writing(this.#folder, () => {
      this.#occupation.assertHeld()
      this.#log!.append([{ index, cell }])
    })
  }

  /** Puts all lines in the order of the systems: the bytes do not depend on which was done first. */
  complete(): void {
    const entries = [...this.known].sort(([a], [b]) => a - b)
    const lines = [this.#header, ...entries.map(([index, cell]) => sealedLine({ index, cell }))]
    writing(this.#folder, () => writeWhole(this.#path, `${lines.join('\n')}\n`))
  }

  close(): void {
    this.#log?.close()
    this.#log = null
    this.#occupation.end()
  }

  /** What is not as it was written is looked at again. */
  #read(): void {
    if (!existsSync(this.#path)) return
    const [header, ...lines] = readFileSync(this.#path, 'utf8').split('\n')
    if (header !== this.#header)
      throw new InputError(
        `${this.#path} is of another question, or by other code; leave out --resume to begin anew, or give another folder by --out`,
      )
    for (const line of lines) {
      const entry = unsealed(Buffer.from(line)) as Entry | undefined
      if (entry !== undefined) this.known.set(entry.index, entry.cell)
    }
  }
}
