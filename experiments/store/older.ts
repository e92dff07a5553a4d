/** What becomes of the results that an earlier sweep left in a folder. */
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { Manifest } from '../cell/index.ts'
import { shardName } from '../cell/index.ts'
import { changedFiles, someOf } from '../files/data-files.ts'
import { readPlain } from '../files/read-file.ts'
import type { LogHeader } from './log.ts'
import { OwnFiles, recordFile } from './own-files.ts'
import { readHeader } from './read-log.ts'

const logFile = 'runs.jsonl'

/** The files by which a folder is one of results. */
const resultFiles = [
  logFile,
  'manifest.json',
  'datapackage.json',
  ...['runs', 'verdicts', 'timings', 'summary', 'tightness', 'comparisons', 'growth'].flatMap((name) => [
    `${name}.csv`,
    `${name}.parquet`,
    `${name}.safe.csv`,
  ]),
  'tables.md',
  'report.html',
]

interface MakeRoomOptions {
  /** Whether the new results hold all that an unfinished sweep of the same cells has left, as those of `merge` do. */
  readonly supersedes?: boolean | undefined
  readonly onNotice?: ((text: string) => void) | undefined
}

/**
 * Makes room for new results. Older ones are removed if they are complete and would come out the same again; all
 * others are kept, in the subfolder `previous-1`, `previous-2` …, and so is what was changed since. Files that the
 * program has not written stay.
 */
export function makeRoom(
  directory: string,
  header: LogHeader,
  { supersedes, onNotice }: MakeRoomOptions = {},
): void {
  const own = new OwnFiles(directory)
  const results = resultFiles.filter((name) => existsSync(join(directory, name)))
  const present = [...new Set([...results, ...own.names])]
  if (present.length === 0) return
  const older = olderHeader(directory)
  const again =
    older === 'empty' ||
    (older !== null && (supersedes === true || isComplete(directory)) && difference(older, header) === null)
  for (const name of present)
    if (again && staysValid(name)) continue
    else if (again && name === logFile) rmSync(join(directory, name))
    else if (again && own.isUnchanged(name)) own.remove(name)
    else own.setAside(name)
  own.save(onNotice, again ? 'not as it was written' : 'results of another sweep')
}

/**
 * What was asked for once: figures of other themes, how they were drawn, the short report. Of the same results it would be
 * the same again, and the next report draws it again.
 */
const staysValid = (name: string): boolean => /^charts\/([^/]+\/|options\.json$)|^short\.html$/.test(name)

/** Removes the results in a folder, and the folder if nothing else is in it. What was changed, or is not ours, stays. */
export function removeResults(directory: string): void {
  const own = new OwnFiles(directory)
  for (const name of own.names) own.remove(name)
  for (const name of [logFile, recordFile]) rmSync(join(directory, name), { force: true })
  if (readdirSync(directory).length === 0) rmdirSync(directory)
}

/** What the older log says it is of; 'empty' if it ends before it says anything, null where that cannot be known. */
function olderHeader(directory: string): LogHeader | 'empty' | null {
  const path = join(directory, 'runs.jsonl')
  try {
    return readHeader(path) ?? (existsSync(path) ? 'empty' : null)
  } catch {
    return null
  }
}

/** Whether the tables in a folder hold all cells. */
export function isComplete(directory: string): boolean {
  try {
    return (JSON.parse(readPlain(join(directory, 'manifest.json')).toString()) as Manifest).complete === true
  } catch {
    return false
  }
}

/** What keeps one sweep from going on with what another has finished, in words; null if nothing does. */
export function difference(older: LogHeader, header: LogHeader): string | null {
  const [before, now] = [older.manifest, header.manifest]
  const key = differingKey(before.experiment, now.experiment)
  if (key !== null)
    return (
      `it was begun with ${key} = ${JSON.stringify(before.experiment[key])}, ` +
      `now ${JSON.stringify(now.experiment[key])}`
    )
  if (partOf(older) !== partOf(header)) return `it was begun as ${partOf(older)}, now it is ${partOf(header)}`
  const data = changedFiles(before.data, now.data)
  if (data.length > 0) return `a data file has changed since it was begun: ${someOf(data)}`
  if (before.codeHash === now.codeHash) return null
  return `the code has changed since it was begun: ${someOf(changedFiles(older.code, header.code))}`
}

/** The first key in which two definitions differ; null if they agree. */
export function differingKey(
  a: Manifest['experiment'],
  b: Manifest['experiment'],
): keyof Manifest['experiment'] | null {
  const keys = Object.keys({ ...a, ...b }) as (keyof typeof a)[]
  return keys.find((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])) ?? null
}

const partOf = ({ manifest: { shard } }: LogHeader): string =>
  shard === undefined ? 'the whole sweep' : `shard ${shardName(shard)}`

/** Throws an InputError unless a sweep can go on with what another has finished. */
export function assertSame(older: LogHeader, header: LogHeader, directory: string): void {
  const reason = difference(older, header)
  if (reason !== null)
    throw new InputError(
      `cannot resume ${directory}: ${reason}; --resume --force puts that aside and begins anew, another --out leaves it there`,
    )
}
