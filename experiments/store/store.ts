import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FinishedCell, Manifest } from '../cell/index.ts'
import { someOf } from '../files/data-files.ts'
import { type LogHeader, LogWriter } from './log.ts'
import { Occupation } from './occupation.ts'
import { assertSame, difference, makeRoom } from './older.ts'
import { writing } from './own-files.ts'
import type { Progress } from './progress.ts'
import { readLog } from './read-log.ts'
import { Recorded } from './recorded.ts'
import { manifestOf, writeTables } from './tables.ts'
import { draftEnding, makeFolder } from './write-whole.ts'

interface StoreOptions {
  /** Go on with what an earlier run has finished. */
  readonly resume?: boolean | undefined
  /** With `resume`: where the earlier run was of something else, put it aside and begin anew. */
  readonly force?: boolean | undefined
  /** Whether a cell that an earlier run has recorded is one of this sweep; what is not runs again. Default: it is. */
  readonly isOf?: ((cell: FinishedCell) => boolean) | undefined
  /** Whether an unfinished sweep of the same cells may be removed, since all of it comes again. Default: no. */
  readonly supersedes?: boolean | undefined
  /** Takes what the user should know: that files were moved to make room, that a line of the log is damaged. */
  readonly onNotice?: ((text: string) => void) | undefined
}

/**
 * The folder of one experiment's results, for whoever writes to it: one process at a time.
 *
 * Nothing in it changes before the first cell is finished. Cells may come from anywhere and more than once; the first
 * result of each counts.
 */
export class Store {
  readonly directory: string
  readonly header: LogHeader
  /** What is finished, by this run or by an earlier one that is resumed. */
  readonly recorded: Recorded
  readonly #path: string
  readonly #created: boolean
  readonly #occupation: Occupation
  readonly #onNotice: StoreOptions['onNotice']
  readonly #supersedes: boolean
  #resumedLength: number | null = null
  #log: LogWriter | null = null

  /**
   * Throws an InputError if the folder cannot be written to, if another process does, or if what is to be resumed
   * was of another definition or by other code.
   */
  constructor(
    directory: string,
    header: LogHeader,
    { resume = false, force = false, supersedes = false, onNotice, isOf = () => true }: StoreOptions = {},
  ) {
    this.#onNotice = onNotice
    this.#supersedes = supersedes
    this.directory = directory
    this.#path = join(directory, 'runs.jsonl')
    this.#created = !existsSync(directory)
    this.#occupation = this.#writing(() => {
      makeFolder(directory)
      return new Occupation(directory)
    })
    try {
      for (const name of readdirSync(directory))
        if (name.endsWith(draftEnding)) rmSync(join(directory, name), { force: true })
      const older = resume ? this.#readOlder(header, force, isOf) : null
      this.header = older === null ? header : { ...older.header, resume: header.resume }
      this.recorded = older?.recorded ?? new Recorded(this.#path, header.cells)
      this.#resumedLength = older?.length ?? null
    } catch (error) {
      this.close()
      throw error
    }
  }

  /**
   * Records finished cells; they are on disk when it returns. Returns those that are new. Throws an InputError if one
   * contradicts what is known of its cell, or if they cannot be written; then none of them counts.
   */
  add(cells: readonly FinishedCell[]): FinishedCell[] {
    return this.#writing(() => {
      this.#occupation.assertHeld()
      const fresh = cells.filter((cell) => this.recorded.isNew(cell))
      if (fresh.length === 0) return fresh
      this.#log ??= this.#begin()
      const places = this.#log.append(fresh)
      for (const [i, cell] of fresh.entries()) this.recorded.note(cell, places[i]!)
      return fresh
    })
  }

  /** Shows in the folder how far the sweep is. */
  show(progress: Progress): void {
    this.#occupation.show(progress)
  }

  /** What the sweep is, and what has come of it so far. */
  manifest(complete: boolean): Manifest {
    return manifestOf(this.header, this.recorded, complete)
  }

  /** Writes the tables and the manifest of what is recorded, which is all that there is to run. */
  complete(): Manifest {
    const manifest = this.manifest(true)
    this.#writing(() => writeTables(this.directory, this.recorded, manifest, this.#onNotice))
    return manifest
  }

  /** Lets others write, and takes the folder away if it was made for a run that finished nothing. */
  close(): void {
    this.#log?.close()
    this.recorded?.close()
    this.#occupation.end()
    if (this.#log === null && this.#created && readdirSync(this.directory).length === 0)
      rmdirSync(this.directory)
    this.#log = null
  }

  #readOlder(header: LogHeader, force: boolean, isOf: (cell: FinishedCell) => boolean) {
    // Its size is not known before its header is read; a log of another definition is of no use anyway.
    const recorded = new Recorded(this.#path, header.cells)
    let other: string | null = null
    const spoilt: string[] = []
    const found = readLog(this.#path, {
      onHeader: (older) => {
        if (!force) assertSame(older, header, this.directory)
        other = difference(older, header)
      },
      onCell: (cell, place, line) => {
        if (other !== null || recorded.has(cell.index)) return
        // What the machine ended is tried again.
        if (isOf(cell)) cell.trouble || recorded.note(cell, place)
        else spoilt.push(String(line))
      },
      onDamage: (line) => spoilt.push(String(line)),
    })
    if (spoilt.length > 0 && other === null)
      this.#onNotice?.(
        spoilt.length === 1
          ? `${this.#path}: line ${spoilt[0]} is damaged; the run that stood there is carried out again`
          : `${this.#path}: lines ${someOf(spoilt)} are damaged; the runs that stood there are carried out again`,
      )
    return found === null || other !== null ? null : { ...found, recorded }
  }

  #begin(): LogWriter {
    if (this.#resumedLength !== null) return new LogWriter(this.#path, { length: this.#resumedLength })
    makeRoom(this.directory, this.header, { supersedes: this.#supersedes, onNotice: this.#onNotice })
    return new LogWriter(this.#path, this.header)
  }

  #whatIsThere(): string {
    const finished = this.recorded?.tally.cells ?? 0
    if (finished === 0) return ''
    const { runs, resume } = this.header
    return `; ${finished} of ${runs} runs are on disk. To go on: ${resume}`
  }

  #writing<T>(write: () => T): T {
    return writing(this.directory, write, () => this.#whatIsThere())
  }
}
