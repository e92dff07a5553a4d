import { InputError } from '../errors.ts'
import { type DataFile, type DataRow, openDataFile, pathParameter } from './data-file.ts'
import type { DelayFamily } from './delay-family.ts'
import { isMeasurement, LatencyReader } from './latency.ts'
import { isLatencyColumn, listColumns } from './latency-list.ts'
import { asSquare } from './latency-matrix.ts'

/** Each message takes a measured latency, drawn uniformly from all in a file. */
export const sampled: DelayFamily<'sampled'> = {
  name: 'sampled',
  summary: 'each message takes a latency drawn from a file, a list or a matrix',
  parameters: { path: pathParameter },
  positional: 'path',
  create({ values, stream, readFile }) {
    const latencies = readLatencies(openDataFile('sampled', values, readFile))
    return {
      kind: 'independent',
      bounded: false,
      fill(block) {
        for (let i = 0; i < block.length; i++) block[i] = latencies[stream.integer(latencies.length)]!
      },
    }
  },
}

/**
 * All latencies in a file, without what was not measured: of a list “from to latency” those in that column, of a matrix
 * all but the diagonal, else every field.
 */
function readLatencies(file: DataFile): Float64Array {
  refuseEitherWay(file.rows)
  const columns = listColumns(file)
  const square = columns === null ? asSquare(file) : null
  const all = square?.latencies ?? (columns === null ? everyField(file) : inColumn(file, columns))
  const measured = all.filter((latency) => !Number.isNaN(latency))
  if (measured.length === 0) throw new InputError(`${file.path} holds no positive latency`)
  return Float64Array.from(measured)
}

/** Refuses a file of lines such as “12,5”, unless it is the matrix of two hosts, with zeros on its diagonal. */
function refuseEitherWay(rows: readonly DataRow[]): void {
  if (!rows.every(({ eitherWay }) => eitherWay)) return
  if (rows.length === 2 && rows.every(({ fields }, i) => Number(fields[i]) === 0)) return
  const { place, fields } = rows[0]!
  throw new InputError(
    `${place}: “${fields.join(',')}” could be one number or two; write ${fields.join('.')}, or “${fields.join(', ')}” with a blank`,
  )
}

function inColumn({ rows }: DataFile, { latency, header }: { latency: number; header: number }): number[] {
  const reader = new LatencyReader()
  return rows.slice(header).map((row) => reader.read(row, latency))
}

/** Every field, or those of the column that a header calls one of latencies. */
function everyField(file: DataFile): number[] {
  const [first] = file.rows as [DataRow]
  const hasHeader = file.rows.length > 1 && first.fields.every((text) => !isMeasurement(text, first))
  if (hasHeader) {
    const columns = first.fields.flatMap((name, column) => (isLatencyColumn(name) ? [column] : []))
    const [latency, second] = first.fields.length === 1 ? [0] : columns
    if (latency === undefined || second !== undefined)
      throw new InputError(`${first.place}: expected one column of latencies, called latency`)
    return inColumn(file, { latency, header: 1 })
  }
  const reader = new LatencyReader()
  return file.rows.flatMap((row) => row.fields.map((_, index) => reader.read(row, index)))
}
