import { InputError } from '../errors.ts'
import { type DataFile, openDataFile, pathParameter, readLatency } from './data-file.ts'
import type { DelayFamily } from './delay-family.ts'

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

/** All latencies in a file, without what was not measured and, in a square one, without the diagonal. */
function readLatencies({ path, rows }: DataFile): Float64Array {
  const square = rows.length > 1 && rows.every(({ fields }) => fields.length === rows.length)
  const measured: number[] = []
  rows.forEach((row, from) => {
    for (let to = 0; to < row.fields.length; to++) {
      const latency = square && from === to ? Number.NaN : readLatency(row, to)
      if (!Number.isNaN(latency)) measured.push(latency)
    }
  })
  if (measured.length === 0) throw new InputError(`${path} holds no positive latency`)
  return Float64Array.from(measured)
}
