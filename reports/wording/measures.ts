import { type Measure, measureParts } from '../../engine/index.ts'

const totals: Readonly<Record<string, string>> = {
  'bits:max': 'size of the largest message in bits',
  'bits:load': 'bits per channel and round',
}

/** Columns that services have, beside their measures. */
const ofUse: Readonly<Record<string, string>> = {
  response_mean: 'mean response time',
  delivery_mean: 'mean delivery time',
  throughput: 'throughput',
  operations: 'operations completed',
}

/** Columns of algorithms on shared memory; CC is a cache-coherent memory, DSM a distributed one. */
const ofSharedMemory: Readonly<Record<string, string>> = {
  stabilisation_steps: 'steps until stabilisation',
  stabilisation_moves: 'moves until stabilisation',
  remote_references_cc: 'remote references per passage in CC',
  remote_references_cc_write_back: 'remote references per passage in CC with write-back caches',
  remote_references_dsm: 'remote references per passage in DSM',
  register_references_cc: 'remote references in CC',
  register_references_dsm: 'remote references in DSM',
  solo_steps: 'accesses without contention',
  solo_reads: 'reads without contention',
  solo_writes: 'writes without contention',
}

/** A cost in words, as titles and axes have it: “messages of type M”, “time of the mark decided”. */
export function measureWords(measure: Measure): string {
  const parts = measureParts(measure)!
  switch (parts.kind) {
    case 'total':
      return totals[parts.name] ?? parts.name
    case 'use':
      return {
        response: 'response time',
        bypass: 'bypass',
        sync_delay: 'synchronisation delay',
        delivery: 'delivery time',
        messages_per_operation: 'messages per operation',
      }[parts.name]
    case 'operation':
      return `response time of ${parts.operation}`
    case 'types':
      return `messages of ${parts.types.length === 1 ? 'type' : 'types'} ${parts.types.join(' and ')}`
    case 'mark':
      return parts.of === 'afterGst'
        ? `time from GST to the last mark ${parts.mark}`
        : `time of the ${parts.of} mark ${parts.mark}`
    case 'column':
      return ofUse[parts.column] ?? ofSharedMemory[parts.column] ?? parts.column.replaceAll('_', ' ')
  }
}

/** A cost as the title of an axis, where it is no time. */
export const measureTitle = (measure: Measure): string =>
  measure === 'column:throughput' ? 'throughput (operations in a unit of time)' : measureWords(measure)

/** Whether a cost is a time, which has a unit. */
export const isTime = (measure: Measure): boolean =>
  ['time', 'response', 'sync_delay', 'delivery', 'column:response_mean', 'column:delivery_mean'].includes(
    measure,
  ) || ['mark', 'operation'].includes(measureParts(measure)?.kind ?? '')

/** Whether one speaks of it as of several: as many messages, but as long a time. */
export const isCounted = (measure: Measure): boolean =>
  /^(messages|bits)(?!:max)|^column:(stabilisation|register)_/.test(measure)

/** “less time”, “fewer messages”. */
export const lessWord = (measure: Measure): 'less' | 'fewer' => (isCounted(measure) ? 'fewer' : 'less')

/** A cost as a part of the names of files. */
export const measureSlug = (measure: Measure): string =>
  measure
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
