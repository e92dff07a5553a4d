import type { ResultFiles } from '../result-files.ts'
import { readManifest } from '../statistics/read-results.ts'
import { dataPackage } from './data-package.ts'
import { parquet } from './parquet.ts'
import { safeCsv } from './safe-csv.ts'
import { readTables, type Table } from './table.ts'

/** In what else than CSV, by the name to ask for it, tables are written: the file's ending, and its content. */
const formats = {
  csv: null,
  parquet: ['.parquet', parquet],
  'safe-csv': ['.safe.csv', safeCsv],
} as const satisfies Record<string, readonly [string, (table: Table) => string | Uint8Array] | null>

/** A format of tables; `csv` is there always. */
export type Format = keyof typeof formats

/**
 * Writes datapackage.json, and every CSV table of a results folder in other formats beside it. Returns the names of the
 * files. Throws an InputError if the folder holds no results, or cannot be written to.
 */
export function writeFormats(
  directory: string,
  wanted: readonly Format[],
  files: ResultFiles,
  onNotice?: (text: string) => void,
): string[] {
  const tables = readTables(directory)
  const contents = new Map<string, string | Uint8Array>()
  contents.set('datapackage.json', dataPackage(readManifest(directory), tables))
  for (const format of new Set(wanted)) {
    const written = formats[format]
    if (written === null) continue
    const [ending, write] = written
    for (const table of tables) contents.set(`${table.name}${ending}`, write(table))
  }
  for (const [name, content] of contents) files.write(name, [content])
  files.save(onNotice)
  return [...contents.keys()]
}
