import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { Manifest } from '../manifest.ts'
import { reasonOf } from '../read-file.ts'
import { shardName } from '../shards/shard.ts'
import type { FinishedCell } from '../workers/setup.ts'
import { writeAtomically } from './atomic.ts'
import { rowsToCsv, timingsToCsv } from './csv.ts'
import { type LogHeader, LogWriter, readLog } from './log.ts'

/** Everything that a folder of results may hold. */
const ownFiles = [
  'runs.jsonl',
  'runs.csv',
  'timings.csv',
  'summary.csv',
  'datapackage.json',
  ...['runs', 'timings', 'summary'].flatMap((name) => [`${name}.parquet`, `${name}.safe.csv`]),
  'manifest.json',
  'charts',
  'report.html',
]

/**
 * The folder of one experiment's results.
 *
 * Nothing in it changes before the first batch is finished. Then an older result of the same definition is
 * removed; one of another definition is kept, in the subfolder `previous-1`, `previous-2` …
 */
export class Store {
  readonly directory: string
  /** What an earlier run has finished, when it is resumed. */
  readonly finished: readonly FinishedCell[]
  readonly #header: LogHeader
  readonly #created: boolean
  #resumedLength: number | null
  #log: LogWriter | null = null

  /** Throws an InputError if the folder cannot be written to, or if `resume` and what is there do not agree. */
  constructor(directory: string, header: LogHeader, resume: boolean) {
    this.directory = directory
    this.#header = header
    this.#created = !existsSync(directory)
    assertWritable(directory)
    const older = resume ? readLog(join(directory, 'runs.jsonl')) : null
    if (older !== null) assertSame(older.header, header, directory)
    this.finished = older?.cells ?? []
    this.#resumedLength = older?.length ?? null
  }

  /** Records finished cells; they are on disk when it returns. */
  add(cells: readonly FinishedCell[]): void {
    this.#writing(() => {
      this.#log ??= this.#begin()
      this.#log.append(cells)
    })
  }

  /** Writes the tables and the manifest of all cells, in grid order. */
  complete(manifest: Manifest, cells: readonly FinishedCell[]): void {
    this.#writing(() => {
      writeAtomically(join(this.directory, 'runs.csv'), rowsToCsv(cells.map(({ row }) => row)))
      writeAtomically(join(this.directory, 'timings.csv'), timingsToCsv(cells))
      writeAtomically(join(this.directory, 'manifest.json'), [`${JSON.stringify(manifest, null, 2)}\n`])
    })
  }

  /** Closes the log, and takes the folder away if it was made for a run that finished nothing. */
  close(): void {
    this.#log?.close()
    if (this.#log === null && this.#created && readdirSync(this.directory).length === 0)
      rmdirSync(this.directory)
    this.#log = null
  }

  #begin(): LogWriter {
    const path = join(this.directory, 'runs.jsonl')
    if (this.#resumedLength !== null) return new LogWriter(path, { length: this.#resumedLength })
    clear(this.directory, this.#header)
    return new LogWriter(path, this.#header)
  }

  #writing(write: () => void): void {
    try {
      write()
    } catch (error) {
      // Only the file system's errors have a code.
      throw typeof (error as { code?: unknown }).code === 'string'
        ? cannotWrite(this.directory, error)
        : error
    }
  }
}

/** Makes the folder if need be, and tries whether it can be written to. */
function assertWritable(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
    rmdirSync(mkdtempSync(join(directory, '.trial-')))
  } catch (error) {
    throw cannotWrite(directory, error)
  }
}

function cannotWrite(directory: string, error: unknown): InputError {
  return new InputError(`cannot write to the results folder ${directory}: ${reasonOf(error)}`)
}

/** Removes an older result of the same definition; puts one of another definition aside. */
function clear(directory: string, header: LogHeader): void {
  const present = ownFiles.filter((name) => existsSync(join(directory, name)))
  if (present.length === 0) return
  const older = olderHeader(directory)
  if (
    older !== null &&
    differingKey(older.experiment, header.experiment) === null &&
    sameShard(older, header)
  ) {
    for (const name of present) rmSync(join(directory, name), { recursive: true })
    return
  }
  let number = 1
  while (existsSync(join(directory, `previous-${number}`))) number++
  const aside = join(directory, `previous-${number}`)
  mkdirSync(aside)
  for (const name of present) renameSync(join(directory, name), join(aside, name))
}

/** What the older log says it is of; null where that cannot be known. */
function olderHeader(directory: string): LogHeader | null {
  try {
    return readLog(join(directory, 'runs.jsonl'))?.header ?? null
  } catch {
    return null
  }
}

function assertSame(older: LogHeader, header: LogHeader, directory: string): void {
  const key = differingKey(older.experiment, header.experiment)
  const remedy = 'run again without --resume, or with another --out'
  if (key !== null)
    throw new InputError(
      `cannot resume ${directory}: it was begun with ${key} = ${JSON.stringify(older.experiment[key])}, ` +
        `now ${JSON.stringify(header.experiment[key])}; ${remedy}`,
    )
  if (!sameShard(older, header))
    throw new InputError(
      `cannot resume ${directory}: it was begun as ${partOf(older)}, now it is ${partOf(header)}; ${remedy}`,
    )
  if (older.codeHash !== header.codeHash)
    throw new InputError(`cannot resume ${directory}: the code has changed since it was begun; ${remedy}`)
}

const partOf = ({ shard }: LogHeader): string =>
  shard === undefined ? 'the whole sweep' : `shard ${shardName(shard)}`

const sameShard = (a: LogHeader, b: LogHeader): boolean => partOf(a) === partOf(b)

/** The first key in which two definitions differ; null if they agree. */
export function differingKey(a: LogHeader['experiment'], b: LogHeader['experiment']): keyof typeof a | null {
  const keys = Object.keys({ ...a, ...b }) as (keyof typeof a)[]
  return keys.find((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])) ?? null
}
