import { InputError } from '../errors.ts'
import type { Graph } from '../topology/graph.ts'
import type { DataRow } from './data-file.ts'

/**
 * A function that reads a field of a row as a processor; `columns` are the two in which processors stand.
 *
 * The fields are labels if those of all rows are labels of the network, otherwise indices 0 … n − 1: a file
 * never mixes the two, since a label can look like an index.
 */
export function processorReader(
  { n, details: { labels = [] } }: Graph,
  rows: readonly DataRow[],
  columns: readonly [number, number],
): (row: DataRow, field: number) => number {
  const repeated = -1
  const byLabel = new Map<string, number>()
  for (let p = 0; p < labels.length; p++) {
    const label = labels.at(p)!
    byLabel.set(label, byLabel.has(label) ? repeated : p)
  }
  const noLabel = rows
    .flatMap(({ fields }) => columns.map((column) => fields[column] ?? ''))
    .find((name) => !byLabel.has(name))
  const labelled = noLabel === undefined

  return ({ place, fields }, field) => {
    const name = fields[field] ?? ''
    const where = `${place}, field ${field + 1}: “${name}”`
    const processor = labelled ? byLabel.get(name)! : /^\d+$/.test(name) ? Number(name) : n
    if (processor === repeated) throw new InputError(`${where} labels several processors; use indices`)
    if (processor < n) return processor
    const unlabelled = labels.length === 0 ? '' : `, and not all names are labels: “${noLabel}” is none`
    throw new InputError(`${where} is no index from 0 to ${n - 1}${unlabelled}`)
  }
}
