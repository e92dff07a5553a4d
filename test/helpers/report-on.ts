import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { flatRow, type Row, rowColumns } from '../../experiments/cell/row.ts'
import { readFile, resultFiles } from '../../experiments/index.ts'
import { tablesToCsv, verdictsTable } from '../../experiments/store/csv.ts'
import { type Results, writeReport } from '../../reports/index.ts'
import { hostileResults as resultsNamed } from './hostile.ts'

/** A folder for the files of one test file. */
export const scratch: string = mkdtempSync(join(tmpdir(), 'report-'))

const replayCommand = ({ algorithm, n, seed }: { algorithm: string; n: number; seed: number }) =>
  `simulate ${algorithm} --n ${n} --seed ${seed}`

/** What a report on a folder needs. */
export const around = (folder: string) => ({ replayCommand, readFile, files: resultFiles(folder) })

/** verdicts.csv of rows. */
export function verdictsCsv(rows: readonly Row[]): string {
  const cells = rows.map((row, index) => ({ index, row, ms: 0 }))
  return [...tablesToCsv([verdictsTable], cells)].join('')
}

/** Writes results as a sweep does, and the report on them; returns the folder. */
export async function reportOn(name: string, { rows, manifest }: Results): Promise<string> {
  const folder = mkdtempSync(join(scratch, name))
  const records = rows.map(flatRow)
  const own = rows.flatMap(({ extra }) => Object.keys(extra))
  writeFileSync(
    join(folder, 'runs.csv'),
    stringify(records, { header: true, columns: [...rowColumns, 'detail', ...new Set(own)] }),
  )
  writeFileSync(join(folder, 'verdicts.csv'), verdictsCsv(rows))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeReport(folder, around(folder))
  return folder
}

export const hostile = '<script>alert(1)</script>"\'&'

/** Every text that a user can choose is hostile. */
export const hostileResults = (): Results => resultsNamed(hostile)
