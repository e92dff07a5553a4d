/** How fast a workload is with a queue, as it stands in the JSON. */
export interface Measurement {
  readonly workload: string
  readonly title: string
  /** Null where no queue is at work. */
  readonly queue: string | null
  readonly messages: number
  /** CPU time of one run: the median of the turns. */
  readonly milliseconds: number
  /** Per second of CPU time. */
  readonly messages_per_second: number
  /**
   * Against heap-js on the same workload in the same sitting, or on that of the same size which has a queue; null where
   * that was not measured.
   */
  readonly ratio: number | null
}

/** What `admissible bench` prints as JSON and reads again as a baseline. */
export interface BenchResults {
  readonly format: typeof benchFormat
  readonly node: string
  readonly processor: string
  readonly measurements: readonly Measurement[]
}

export const benchFormat = 'admissible-bench-1'
