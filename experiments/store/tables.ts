import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../engine/index.ts'
import { type Manifest, parametersAt, variedParameters, worstSizes } from '../cell/index.ts'
import { readPlain } from '../files/read-file.ts'
import { cellsOf } from '../grid/cells.ts'
import { pointsOf } from '../grid/points.ts'
import { Replication } from '../replication/replication.ts'
import { runsTable, type SweptColumns, tablesToCsv, timingsTable, verdictsTable } from './csv.ts'
import type { LogHeader } from './log.ts'
import { OwnFiles, writing } from './own-files.ts'
import { readHeader, readLog } from './read-log.ts'
import { Recorded } from './recorded.ts'

/** What there is to say of the cells that are recorded; complete if no other is to come. */
export function manifestOf(header: LogHeader, { tally }: Recorded, complete: boolean): Manifest {
  const { outcomes } = tally
  const cells = complete ? tally.cells : header.runs
  return { ...header.manifest, cells, complete, outcomes: sorted(outcomes) }
}

/** The columns of the parameters that a sweep varies, whatever part of it has been run. */
function sweptColumns({ experiment, algorithms }: Manifest): SweptColumns {
  const sizes = [...new Set([...experiment.sizes, ...worstSizes(experiment.worstCases)])]
  const names = variedParameters(pointsOf({ ...experiment, algorithms, sizes }), algorithms)
  return { names, read: (row) => parametersAt(row, algorithms) }
}

/** Writes runs.csv, verdicts.csv, timings.csv and, when those are there, manifest.json. */
export function writeTables(
  directory: string,
  recorded: Recorded,
  manifest: Manifest,
  onNotice?: (text: string) => void,
): void {
  const own = new OwnFiles(directory)
  const tables = [runsTable(recorded.tally.ownColumns, sweptColumns(manifest)), verdictsTable, timingsTable]
  own.writeTogether(
    ['runs.csv', 'verdicts.csv', 'timings.csv'],
    tablesToCsv(tables, recorded.inOrder()),
    true,
  )
  own.write('manifest.json', [`${JSON.stringify(manifest, null, 2)}\n`], true)
  own.save(onNotice)
}

/**
 * Writes the tables of whatever a folder's log holds, unless those of the whole sweep are there. How many cells they
 * hold, and of how many, is in the manifest; null if nothing was written. Throws an InputError if the log cannot be read
 * or the tables cannot be written.
 */
export function writeTablesFromLog(directory: string, onNotice?: (text: string) => void): Manifest | null {
  if (!isPartial(directory) && existsSync(join(directory, 'runs.csv'))) return null
  const path = join(directory, 'runs.jsonl')
  const header = readHeader(path)
  if (header === null) return null
  const recorded = readRecorded(path, header, (line) =>
    onNotice?.(`${path}:${line}: the log is damaged here; the run that it tells of is missing`),
  )
  try {
    if (recorded.tally.cells === 0) throw new InputError(`${directory} holds no finished run yet`)
    const manifest = manifestOf(header, recorded, hasAll(header, recorded))
    writing(directory, () => writeTables(directory, recorded, manifest, onNotice))
    return manifest
  } finally {
    recorded.close()
  }
}

/** Whether there are no tables in a folder, or only such as were written before all was finished. */
function isPartial(directory: string): boolean {
  try {
    const manifest = JSON.parse(readPlain(join(directory, 'manifest.json')).toString()) as Manifest
    return manifest.complete === false
  } catch {
    return true
  }
}

/** Whether no run of a sweep is missing. */
function hasAll({ manifest: { experiment, algorithms }, runs }: LogHeader, recorded: Recorded): boolean {
  if (experiment.untilCi === null) return recorded.tally.cells === runs
  const cells = cellsOf({ ...experiment, algorithms })
  return new Replication(experiment, cells, recorded).begin(new Uint32Array(cells.length).keys()).length === 0
}

/** The cells of a log; `onDamage` is told which lines are not as they were written. */
export function readRecorded(
  path: string,
  header: LogHeader,
  onDamage: (line: number) => void = () => undefined,
): Recorded {
  const recorded = new Recorded(path, header.cells)
  readLog(path, {
    onCell(cell, place) {
      if (!recorded.has(cell.index)) recorded.note(cell, place)
    },
    onDamage,
  })
  return recorded
}

/** The order of finishing must not show. */
function sorted<T extends object>(counts: T): T {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1))) as T
}
