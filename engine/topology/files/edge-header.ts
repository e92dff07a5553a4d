import { endColumns, isRowId, numberedColumns } from './header.ts'
import { failAt, type Source } from './source.ts'
import { Table } from './table.ts'
import { isWeightName } from './weight-in.ts'

/** What the first line of an edge list says. */
export interface EdgeHeader {
  /** How many lines the header takes. */
  readonly rows: 0 | 1
  /** The two columns in which the ends stand, in ascending order. */
  readonly columns: readonly [number, number]
  /** The column of the weights: the one called so, and without a header the third; −1 if there is none. */
  readonly weight: number
  /** The number of fields in each row. */
  readonly width: number
}

/**
 * The first row is a header if it names the ends, or if its first two fields are words and those of the second row
 * are numbers.
 */
export function edgeHeader(source: Source): EdgeHeader {
  const table = new Table(source)
  const first = nextFields(table)
  const offset = first.offset
  const second = nextFields(table)
  const names = first.fields.map(String)
  const isText = (name: number | string) => typeof name === 'string'
  const words = first.fields.slice(0, 2).every(isText) && first.fields.length > 0
  const beforeNumbers = words && second.fields.length > 1 && !second.fields.slice(0, 2).some(isText)
  const columns = endColumns(names) ?? (beforeNumbers ? numberedColumns(names) : null)
  if (columns !== null)
    return {
      rows: 1,
      columns: ascending(columns),
      weight: names.findIndex(isWeightName),
      width: first.width,
    }
  if (words && names.length > 2 && beforeNumbers && isRowId(names[0]!))
    failAt(
      source,
      offset,
      'expected two columns that are called source and target: the first numbers the rows',
    )
  const weight = beforeNumbers ? names.findIndex(isWeightName) : first.fields.length > 2 ? 2 : -1
  return { rows: beforeNumbers ? 1 : 0, columns: [0, 1], weight, width: first.width }
}

const ascending = ([a, b]: readonly [number, number]): [number, number] => (a < b ? [a, b] : [b, a])

/** The fields of the next row as names; attributes in braces are one field. */
function nextFields(table: Table) {
  const fields: (number | string)[] = []
  if (!table.nextRow()) return { fields, width: 0, offset: 0 }
  const offset = table.offset
  while (!table.atBrace && table.nextField()) fields.push(table.name())
  return { fields, width: fields.length + table.skipRest(), offset }
}
