import type { Measurement } from './measurement.ts'
import { referenceQueue } from './queues.ts'

/** How the ratio to heap-js has changed. Ratios hold on any machine, speeds on one. */
export interface Change {
  readonly workload: string
  readonly title: string
  readonly queue: string | null
  /** The ratios. */
  readonly before: number
  readonly now: number
  readonly verdict: 'slower' | 'faster' | 'same'
}

/**
 * The changes since a baseline, of all that was measured both times: `slower` if it then was more than `percent` faster
 * than now, `faster` the other way round.
 */
export function compare(
  baseline: readonly Measurement[],
  measurements: readonly Measurement[],
  percent: number,
): Change[] {
  const factor = 1 + percent / 100
  return measurements.flatMap(({ workload, title, queue, ratio: now }): Change[] => {
    // The reference would be compared with itself.
    if (queue === referenceQueue) return []
    const before = baseline.find((one) => one.workload === workload && one.queue === queue)?.ratio ?? null
    if (before === null || now === null) return []
    const verdict = before > factor * now ? 'slower' : now > factor * before ? 'faster' : 'same'
    return [{ workload, title, queue, before, now, verdict }]
  })
}
