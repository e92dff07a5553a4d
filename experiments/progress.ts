import type { FinishedCell } from './workers/setup.ts'

/** How far a sweep has come. */
export interface Progress {
  /** Cells that are finished, of those that are to run. */
  readonly done: number
  readonly total: number
  /** Cells that an earlier run had finished; they are not in `total`. */
  readonly resumed: number
  /** Messages sent in the finished cells. */
  readonly messages: number
  /** Since the start. */
  readonly seconds: number
  readonly cellsPerSecond: number
  readonly messagesPerSecond: number
  /** An estimate. */
  readonly secondsLeft: number
}

/** Makes progress out of finished cells, starting the clock now. */
export function progressReporter(
  total: number,
  resumed: number,
  onProgress: ((progress: Progress) => void) | undefined,
): (finished: readonly FinishedCell[], secondsLeft: number) => void {
  const start = performance.now()
  let done = 0
  let messages = 0
  return (finished, secondsLeft) => {
    done += finished.length
    for (const { row } of finished) messages += row.messages ?? 0
    const seconds = (performance.now() - start) / 1000
    const rates = { cellsPerSecond: done / seconds, messagesPerSecond: messages / seconds }
    onProgress?.({ done, total, resumed, messages, seconds, ...rates, secondsLeft })
  }
}
