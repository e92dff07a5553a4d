import { type BasicType, type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer'
import type { Field } from './field.ts'
import type { Table } from './table.ts'

const types: Readonly<Record<Field['type'], BasicType>> = {
  string: 'STRING',
  integer: 'INT64',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
}

const values: Readonly<Record<Field['type'], (text: string) => unknown>> = {
  string: (text) => text,
  integer: BigInt,
  number: Number,
  boolean: (text) => text === 'true',
}

/** A table as Parquet: a column of its own type for each field, null where the CSV file has an empty one. */
export function parquet({ fields, texts }: Table): Uint8Array {
  const columnData = fields.map(({ name, type }, i): ColumnSource => {
    const value = values[type]
    const data = texts.map((record) => (record[i] === '' ? null : value(record[i]!)))
    return { name, type: types[type], data }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'admissible' }))
}
