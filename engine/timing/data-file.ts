import { InputError } from '../errors.ts'
import type { Entry, ParameterValues, TextParameter } from '../specs/entry.ts'
import { fileTitle, withParameters } from '../specs/words.ts'
import { sourceOf } from '../topology/files/source.ts'

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
  /** Whether commas within fields are decimal: fields are separated by semicolons or blanks. */
  readonly decimalCommas: boolean
  /** Whether the line could be one number with a decimal comma, or two numbers: “12,5”. */
  readonly eitherWay: boolean
}

export interface DataFile {
  readonly path: string
  readonly rows: readonly DataRow[]
}

/**
 * Reads the file of a delay spec such as `matrix:PATH` into rows of fields. In each line, fields are separated by
 * semicolons, else by commas, else by blanks; between commas or semicolons one can be empty, and quotation marks keep
 * separators within one. Empty lines and lines that start with # or % are skipped.
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
  sourceOf(path, readFile(path))
    .text.split(/\r?\n/)
    .forEach((line, index) => {
      const content = line.trim().normalize('NFC')
      if (content !== '' && content[0] !== '#' && content[0] !== '%')
        rows.push({
          place: `${path}, line ${index + 1}`,
          ...splitLine(content),
          eitherWay: /^\d+,\d+$/.test(content),
        })
    })
  if (rows.length === 0) throw new InputError(`${path} holds no data`)
  return { path, rows }
}

function splitLine(content: string): Pick<DataRow, 'fields' | 'decimalCommas'> {
  const unquoted = content.replaceAll(/"[^"]*"/g, '""')
  if (unquoted.includes(';')) return { fields: separated(content, ';'), decimalCommas: true }
  const decimal = /[^\s,]\s+[^\s,]/.test(unquoted) && !unquoted.replaceAll(/\d,\d/g, '').includes(',')
  if (unquoted.includes(',') && !decimal) return { fields: separated(content, ','), decimalCommas: false }
  const fields = Array.from(content.matchAll(/"((?:[^"]|"")*)"|([^\s"]+)/g), withoutQuotes)
  return { fields: withUnits(fields), decimalCommas: true }
}

function separated(content: string, separator: ',' | ';'): string[] {
  const field = new RegExp(`\\s*(?:"((?:[^"]|"")*)"\\s*|([^${separator}]*))(?:${separator}|$)`, 'g')
  // After the last separator there is one more field; after that the pattern matches nothing at the end once more.
  const fields = Array.from(`${content}${separator}`.matchAll(field), withoutQuotes)
  return fields.slice(0, -1)
}

const withoutQuotes = ([, quoted, plain]: RegExpMatchArray): string =>
  quoted?.replaceAll('""', '"') ?? plain!.trim()

/** “80 ms” between blanks is one field. */
function withUnits(fields: string[]): string[] {
  const [before, last] = fields.slice(-2)
  if (last === undefined || !/^(ns|us|µs|μs|ms|s)$/.test(last) || !/^[\d.,]+$/.test(before!)) return fields
  return [...fields.slice(0, -2), `${before} ${last}`]
}
