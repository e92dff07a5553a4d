import { counted } from '../topology/notes.ts'
import type { DataFile } from './data-file.ts'

/** What was understood of a data file, in one line: “read as a matrix: 3 hosts, 6 latencies”. */
export function readAs({ rows }: DataFile, title: string, counts: readonly string[]): string {
  const decimal = rows.some(
    ({ decimalCommas, fields }) => decimalCommas && fields.some((field) => /^\d+,\d/.test(field)),
  )
  return `read as ${title}${decimal ? ', with decimal commas' : ''}: ${counts.join(', ')}`
}

/** How many latencies were measured, and how many places have none, if there are such. */
export function countLatencies(latencies: Float64Array, places = latencies.length): string[] {
  const measured = latencies.reduce((count, latency) => count + (Number.isNaN(latency) ? 0 : 1), 0)
  const missing = places - measured
  return [counted(measured, 'latency', 'latencies'), ...(missing === 0 ? [] : [`${missing} not measured`])]
}
