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
