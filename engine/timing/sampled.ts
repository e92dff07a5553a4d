import { InputError } from '../errors.ts'
import { type DataFile, type DataRow, openDataFile, pathParameter } from './data-file.ts'
import type { DelayFamily } from './delay-family.ts'
import { isMeasurement, LatencyReader } from './latency.ts'
import { isLatencyColumn, listColumns, listTitle } from './latency-list.ts'
import { asSquare } from './latency-matrix.ts'
import { countLatencies, readAs } from './read-as.ts'

/** Each message takes a measured latency, drawn uniformly from all in a file. */
export const sampled: DelayFamily<'sampled'> = {
  name: 'sampled',
  summary: 'each message takes a latency drawn from a file, a list or a matrix',
  parameters: { path: pathParameter },
  positional: 'path',
  create({ values, stream, readFile }) {
    const file = openDataFile('sampled', values, readFile)
    const { title, all } = readLatencies(file)
    const latencies = all.filter((latency) => !Number.isNaN(latency))
    if (latencies.length === 0) throw new InputError(`${file.path} holds no positive latency`)
    return {
      kind: 'independent',
      bounded: false,
      readAs: readAs(file, title, countLatencies(all)),
      fill(block) {
        for (let i = 0; i < block.length; i++) block[i] = latencies[stream.integer(latencies.length)]!
      },
    }
  },
}

interface Latencies {
  /** What the file is. */
  readonly title: string
  readonly all: Float64Array
}

/**
 * All latencies in a file, NaN for what was not measured: of a list “from to latency” those in that column, of a matrix
 * all but the diagonal, else every field.
 */
function readLatencies(file: DataFile): Latencies {
  refuseEitherWay(file.rows)
  const columns = listColumns(file)
  if (columns !== null) return { title: listTitle('latency', columns.header), all: inColumn(file, columns) }
  const square = asSquare(file)
  if (square === null) return everyField(file)
  // On the diagonal, nothing is measured.
  const { title, hosts, latencies } = square
  return { title, all: latencies.filter((_, at) => at % (hosts + 1) !== 0) }
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

function inColumn(
  { rows }: DataFile,
  { latency, header }: { latency: number; header: number },
): Float64Array {
  const reader = new LatencyReader()
  return Float64Array.from(rows.slice(header), (row) => reader.read(row, latency))
}

/** Every field, or those of the column that a header calls one of latencies. */
function everyField(file: DataFile): Latencies {
  const [first] = file.rows as [DataRow]
  const hasHeader = file.rows.length > 1 && first.fields.every((text) => !isMeasurement(text, first))
  if (hasHeader) {
    const columns = first.fields.flatMap((name, column) => (isLatencyColumn(name) ? [column] : []))
    const [latency, second] = first.fields.length === 1 ? [0] : columns
    if (latency === undefined || second !== undefined)
      throw new InputError(`${first.place}: expected one column of latencies, called latency`)
    return { title: `the column ${first.fields[latency]}`, all: inColumn(file, { latency, header: 1 }) }
  }
  const reader = new LatencyReader()
  const all = file.rows.flatMap((row) => row.fields.map((_, index) => reader.read(row, index)))
  return { title: 'numbers', all: Float64Array.from(all) }
}
