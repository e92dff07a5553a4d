import type { Source } from './source.ts'
import { Table } from './table.ts'

/** The first rows of a table as text, without what is empty at their ends. */
export function firstRows(source: Source, count: number, separator?: number): string[][] {
  const table = new Table(source, separator)
  const rows: string[][] = []
  while (rows.length < count && table.nextRow()) {
    const row: string[] = []
    while (table.nextField()) row.push(table.value())
    rows.push(row)
  }
  return rows
}

/** A number as tables have it: beside semicolons and tabs, commas may stand for points. */
export function numberIn(text: string): number {
  return text === ''
    ? Number.NaN
    : Number(/^[+-]?\d+,\d+(e[+-]?\d+)?$/i.test(text) ? text.replace(',', '.') : text)
}

/** What stands in tables for no number. */
export const isMissing = (text: string): boolean => /^(-|na|n\/a|[+-]?nan|null|[+-]?inf(inity)?)$/i.test(text)
