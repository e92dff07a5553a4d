import { type Measure, measureParts } from '../../engine/index.ts'

const totals: Readonly<Record<string, string>> = {
  'bits:max': 'size of the largest message in bits',
  'bits:load': 'bits per channel and round',
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
      return `time of the ${parts.of} mark ${parts.mark}`
    case 'column':
      return parts.column.replaceAll('_', ' ')
  }
}

/** Whether a cost is a time, which has a unit. */
export const isTime = (measure: Measure): boolean =>
  ['time', 'response', 'sync_delay', 'delivery'].includes(measure) ||
  ['mark', 'operation'].includes(measureParts(measure)?.kind ?? '')

/** Whether one speaks of it as of several: as many messages, but as long a time. */
export const isCounted = (measure: Measure): boolean => /^(messages|bits)(?!:max)/.test(measure)

/** “less time”, “fewer messages”. */
export const lessWord = (measure: Measure): 'less' | 'fewer' => (isCounted(measure) ? 'fewer' : 'less')

/** A cost as a part of the names of files. */
export const measureSlug = (measure: Measure): string =>
  measure
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
