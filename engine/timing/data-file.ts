import { InputError } from '../errors.ts'
import type { Entry, ParameterValues, TextParameter } from '../specs/entry.ts'
import { fileTitle, withParameters } from '../specs/words.ts'

/** The file that a measured family reads. */
export const pathParameter = {
  kind: 'text',
  isPath: true,
  description: 'the file',
} as const satisfies TextParameter

/** What delays that were measured are called: “measured, king”. */
export const measuredWords = (entry: Entry, { path = '', ...others }: ParameterValues): string =>
  withParameters(`measured, ${fileTitle(String(path))}`, entry, others)

/** One line of a data file that holds data. */
export interface DataRow {
  /** For messages: the file and the line, such as “delays.txt, line 7”. */
  readonly place: string
  readonly fields: readonly string[]
}

export interface DataFile {
  readonly path: string
  readonly rows: readonly DataRow[]
}

/**
 * Reads the file of a delay spec such as `matrix:PATH` into rows of fields. Fields are separated by commas,
 * semicolons or blanks; between commas or semicolons one can be empty, and quotation marks keep blanks and commas
 * within one. Empty lines and lines that start with # or % are skipped.
 */
export function openDataFile(
  family: string,
  values: ParameterValues,
  readFile: (path: string) => string,
): DataFile {
  const path = values.path as string | undefined
  if (path === undefined || path === '')
    throw new InputError(`delay ${family} needs a file: write ${family}:PATH`)
  const rows: DataRow[] = []
  readFile(path)
    .split(/\r\n|\n|\r/)
    .forEach((line, index) => {
      const content = line.trim()
      if (content !== '' && content[0] !== '#' && content[0] !== '%')
        rows.push({ place: `${path}, line ${index + 1}`, fields: splitFields(content) })
    })
  if (rows.length === 0) throw new InputError(`${path} holds no data`)
  return { path, rows }
}

function splitFields(content: string): string[] {
  if (!content.includes('"')) return content.split(/\s*[,;]\s*|\s+/)
  return [...content.matchAll(/"([^"]*)"|([^\s,;"]+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
}

/** The latency in a field; NaN where none was measured: it is empty, -, NA, NaN or null, or not positive. */
export function readLatency({ place, fields }: DataRow, index: number): number {
  const text = fields[index]!
  const latency = Number(text)
  if (latency > 0 && latency < Number.POSITIVE_INFINITY) return latency
  if (Number.isNaN(latency) && !notMeasured.test(text))
    throw new InputError(`${place}, field ${index + 1}: “${text}” is not a number`)
  return Number.NaN
}

const notMeasured = /^(-|na|n\/a|nan|null)$/i
