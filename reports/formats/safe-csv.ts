import { stringify } from 'csv-stringify/sync'
import type { Table } from './table.ts'

/**
 * A table as CSV that is safe to open in a spreadsheet: a text that one would take for a formula has an apostrophe before
 * it, and so has a text that begins with an apostrophe, so that taking one away gives every text back. Numbers, also
 * negative ones, stay what they are.
 */
export function safeCsv({ fields, texts }: Table): string {
  const records = texts.map((record) =>
    record.map((text, i) => (fields[i]!.type === 'string' ? harmless(text) : text)),
  )
  return stringify([fields.map(({ name }) => harmless(name)), ...records])
}

/** Also the wide forms of = + − @, which some spreadsheets take for the narrow ones. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n'＝＋－＠]/.test(text) ? `'${text}` : text
}
