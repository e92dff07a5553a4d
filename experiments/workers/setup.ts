import type { Cell } from '../../engine/index.ts'
import type { CellBudget } from '../experiment.ts'
import type { Row } from '../row.ts'
import type { WorstCases } from '../worst-cases.ts'

/** What every worker is told when it starts. */
export interface WorkerSetup {
  readonly experiment: string
  readonly budget: CellBudget
  readonly worstCases: WorstCases
  /** By name, the module of each algorithm that is not in the catalogue. */
  readonly modules: Readonly<Record<string, string>>
}

/** A cell and its place in the grid. */
export interface IndexedCell {
  readonly index: number
  readonly cell: Cell
}

/** Some cells for a worker. */
export interface Batch {
  readonly cells: readonly IndexedCell[]
  /** Shared: how many of the cells the worker has begun. */
  readonly begun: Int32Array
}

export interface FinishedCell {
  readonly index: number
  readonly row: Row
  /** By the clock on the wall, in milliseconds. */
  readonly ms: number
}
