/** How far a sweep has come. */
export interface Progress {
  /** Cells that are finished, of those that are to run; these may become more if replicates are added on request. */
  readonly done: number
  readonly total: number
  /** Cells that an earlier run had finished; they are not in `total`. */
  readonly resumed: number
  /** Messages sent and computation events in the finished cells. */
  readonly messages: number
  readonly events: number
  /** Since the start. */
  readonly seconds: number
  readonly cellsPerSecond: number
  readonly eventsPerSecond: number
  /** An estimate, from how long cells like those that are left have taken. */
  readonly secondsLeft: number
  /** Rows with a violation, and of cells that failed or ran out of budget; also those of an earlier run. */
  readonly violations: number
  readonly failures: number
  /** The groups whose runs take longest, with the mean of a run in milliseconds; the longest first. */
  readonly slowest: readonly SlowGroup[]
}

/** Runs of one kind, and the mean time that one of them takes, in milliseconds. */
export interface SlowGroup {
  readonly algorithm: string
  readonly topology: string
  readonly n: number
  readonly ms: number
}
