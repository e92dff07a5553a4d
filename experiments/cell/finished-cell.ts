import type { Cell } from '../../engine/index.ts'
import type { Row } from './row.ts'

/** A cell and its place in the grid. */
export interface IndexedCell {
  readonly index: number
  readonly cell: Cell
}

/** What has come of a cell. */
export interface FinishedCell {
  readonly index: number
  readonly row: Row
  /** By the clock on the wall, in milliseconds. */
  readonly ms: number
}
