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
  /** The machine ended it, again and again, and not the cell itself, as far as can be told: it may end otherwise yet. */
  readonly trouble?: true
}
