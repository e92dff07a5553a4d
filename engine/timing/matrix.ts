import { InputError } from '../errors.ts'
import { counted } from '../topology/notes.ts'
import { measuredWords, openDataFile, pathParameter } from './data-file.ts'
import type { DelayFamily } from './delay-family.ts'
import { readLatencyMatrix } from './latency-matrix.ts'
import { delaysBySlot } from './per-channel.ts'
import { countLatencies, readAs } from './read-as.ts'

/**
 * Measured latencies between k hosts. The processors stand on hosts chosen at random, each on its own, and a
 * message from p to q always takes the latency from p's host to q's.
 */
export const matrix: DelayFamily<'matrix'> = {
  name: 'matrix',
  words: ({ given }) => measuredWords(matrix, given),
  summary: 'a file with the latencies between hosts; each processor stands on a random host',
  parameters: { path: pathParameter },
  positional: 'path',
  create({ graph, values, stream, readFile }) {
    const { n } = graph
    const file = openDataFile('matrix', values, readFile)
    const { title, hosts, places, latencies: measured } = readLatencyMatrix(file)
    const latencies = withoutGaps(measured, hosts)
    if (n > hosts)
      throw new InputError(
        `delay matrix: ${file.path} has ${hosts} hosts, too few for ${n} processors; take n ≤ ${hosts}, or sampled:${file.path}`,
      )
    const hostOf = stream.permutation(hosts)
    const delays = delaysBySlot(graph, (p, q) => latencies[hostOf[p]! * hosts + hostOf[q]!]!)
    const counts = [counted(hosts, 'host'), ...countLatencies(measured, places)]
    return { kind: 'per channel', bounded: false, delays, readAs: readAs(file, title, counts) }
  },
}

/**
 * A latency that was not measured is that of the opposite direction or, if that is missing too, the median of all
 * that were measured.
 */
function withoutGaps(latencies: Float64Array, hosts: number): Float64Array {
  let median = 0
  return latencies.map((latency, at) => {
    const from = Math.floor(at / hosts)
    const to = at % hosts
    if (from === to || !Number.isNaN(latency)) return latency
    const opposite = latencies[to * hosts + from]!
    return opposite || (median ||= upperMedian(latencies))
  })
}

/** The middle one of the latencies that were measured, of two the larger. */
function upperMedian(latencies: Float64Array): number {
  const measured = latencies.filter((latency) => !Number.isNaN(latency)).sort()
  return measured[measured.length >> 1]!
}
