import type { Change } from '../bench/compare.ts'
import type { Measurement } from '../bench/measurement.ts'

/** How a figure with no queue in it is called. */
const queueName = (queue: string | null): string => queue ?? 'no queue'

/** A line of the table of one workload. */
export function describeMeasurement(measurement: Measurement): string {
  const { queue, milliseconds, messages_per_second, ratio } = measurement
  const rate = `${(messages_per_second / 1e6).toFixed(2)} M/s`
  const relative = ratio === null ? '' : `${times(ratio)} heap-js`
  return `  ${queueName(queue).padEnd(10)} ${rate.padStart(11)} ${milliseconds.toFixed(1).padStart(10)} ms ${relative.padStart(16)}`
}

/** What has become slower or faster, a line each, then a line about all. */
export function describeChanges(changes: readonly Change[], path: string, percent: number): string {
  const changed = changes.filter(({ verdict }) => verdict !== 'same')
  const slower = changed.filter(({ verdict }) => verdict === 'slower').length
  const lines = changed.map(({ title, queue, before, now, verdict }) => {
    const change = `${times(before)} heap-js → ${times(now)}`
    return `${verdict}: ${title}, ${queueName(queue)}: ${change}`
  })
  const counts = `${slower} slower, ${changed.length - slower} faster`
  return [
    ...lines,
    `against ${path}: ${counts} by more than ${percent}%, of ${changes.length} compared`,
  ].join('\n')
}

const times = (ratio: number): string => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1)} ×`
