import { InputError } from '../errors.ts'
import { endColumns, numberedColumns } from '../topology/files/header.ts'
import type { DataFile, DataRow } from './data-file.ts'
import { isMeasurement, numberOf } from './latency.ts'

const latencyWord =
  /(^|[_ -])(latency|delay|rtt|ping|time|ms|us|ns|weight|cost|value|distance|duration)([_ -]|$|\()/i

/** The columns of a list of latencies between two processors or hosts. */
interface ListColumns {
  readonly from: number
  readonly to: number
  readonly latency: number
  /** How many lines the header takes. */
  readonly header: 0 | 1
}

/** What a list is called, with a header or without. */
export const listTitle = (what: 'latency' | 'delay', header: 0 | 1): string =>
  `a list “from to ${what}”${header === 0 ? '' : ' with a header'}`

/** Whether a column is called like one of latencies. */
export const isLatencyColumn = (name: string): boolean => latencyWord.test(name)

/** The columns that a header names: the ends, and the only other column or the only one called like a latency. */
export function namedColumns({ place, fields }: DataRow): ListColumns | null {
  const ends = endColumns(fields) ?? (fields.some(isLatencyColumn) ? numberedColumns(fields) : null)
  if (ends === null) return null
  const others = fields.flatMap((_, column) => (ends.includes(column) ? [] : [column]))
  const named = others.filter((column) => isLatencyColumn(fields[column]!))
  const [latency, second] = others.length === 1 ? others : named
  if (latency === undefined || second !== undefined)
    throw new InputError(`${place}: expected one column of latencies, called latency`)
  return { from: ends[0], to: ends[1], latency, header: 1 }
}

/**
 * The columns of a list “from to latency”; null if the file is none. Without a header it is one if the first two of three
 * columns are words, or number hosts: whole numbers from 0 or from 1 on without gaps, no pair of them twice.
 */
export function listColumns({ rows }: DataFile): ListColumns | null {
  const named = namedColumns(rows[0]!)
  if (named !== null) return named
  const columns = { from: 0, to: 1, latency: 2, header: 0 } as const
  if (!rows.every((row) => row.fields.length === 3 && isMeasurement(row.fields[2]!, row))) return null
  const areWords = rows.every((row) => row.fields.slice(0, 2).every((name) => !isMeasurement(name, row)))
  return areWords || (rows.length > 1 && !isZeroDiagonal(rows) && numberHosts(rows)) ? columns : null
}

const isZeroDiagonal = (rows: readonly DataRow[]): boolean =>
  rows.length === 3 && rows.every((row, i) => !(numberOf(row.fields[i]!, row.decimalCommas) > 0))

function numberHosts(rows: readonly DataRow[]): boolean {
  const pairs = rows.map(({ fields }) => fields.slice(0, 2))
  const hosts = new Set(pairs.flat())
  if (![...hosts].every((host) => /^\d{1,9}$/.test(host))) return false
  const numbers = [...hosts].map(Number)
  const [least, greatest] = numbers.reduce(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Number.POSITIVE_INFINITY, 0],
  )
  const noGaps = least <= 1 && greatest - least + 1 === hosts.size
  return noGaps && new Set(pairs.map(String)).size === pairs.length && pairs.every(([a, b]) => a !== b)
}
