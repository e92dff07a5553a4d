/** Where a cell is stopped if it does not end by itself. */
export interface CellBudget {
  /** Messages sent. Default: see `messageBudget`. */
  readonly messages?: number | undefined
  /** Rounds, or units of delay before scaling. */
  readonly time?: number | undefined
  /** Seconds by the clock on the wall, for handlers that never return. Default: 600. */
  readonly seconds?: number | undefined
}
