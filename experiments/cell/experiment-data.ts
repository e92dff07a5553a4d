import type { Cell, CheckMode, Measure } from '../../engine/index.ts'
import type { CellBudget } from './cell-budget.ts'
import type { WorstCases } from './worst-cases/asked.ts'

/** The dimensions of a grid, by the names of their columns. */
export const gridDimensions = [
  'algorithm',
  'timing',
  'topology',
  'n',
  'delay',
  'wakeup',
  'inputs',
  'weights',
] as const
/** One of them. */
export type ZippedDimension = (typeof gridDimensions)[number]

/**
 * When a group has enough replicates: once the 95% confidence intervals of its mean messages and of its mean time are
 * narrower than this fraction of the mean, and not before it has `least`.
 */
export interface UntilCi {
  readonly fraction: number
  readonly least: number
}

/**
 * An experiment as data: specs in their canonical spelling, defaults filled in, algorithms by their names. A spec whose
 * ranges depend on n, such as `random:k=1..n x2`, stands for others at every size.
 */
export interface ExperimentData {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly algorithms: readonly string[]
  readonly timings: readonly Cell['timing'][]
  readonly topologies: readonly string[]
  readonly sizes: readonly number[]
  readonly delays: readonly string[]
  readonly wakeups: readonly string[]
  readonly inputs: readonly string[]
  /** Rules for the weights of channels. Absent: channels have none. */
  readonly weights?: readonly string[]
  /** Rules for the clocks of processors. Absent: perfect ones, where an algorithm reads clocks. */
  readonly clocks?: readonly string[]
  /** What processors are asked for. Absent: the usual of each service. */
  readonly workloads?: readonly string[]
  /** What fails. Absent: nothing. */
  readonly faults?: readonly string[]
  /** How many may fail, as algorithms are told: a number, or a formula in n. Absent: as many as the faults make faulty. */
  readonly f?: number | string
  /** Whether algorithms also run where they guarantee nothing. Absent: such points are refused. */
  readonly beyond?: boolean
  /** The dimensions whose lists go together, item by item, instead of being crossed. Absent: none. */
  readonly zip?: readonly (readonly ZippedDimension[])[]
  /** What the points of the grid must satisfy. Absent: nothing. */
  readonly where?: readonly string[]
  readonly replicates: number
  /** Null: all replicates are run. */
  readonly untilCi: UntilCi | null
  readonly seed: number
  readonly budget: CellBudget
  /** When safety properties are checked. Absent: sampled. */
  readonly check?: CheckMode
  readonly worstCases: WorstCases
  /** The cost that the question is about. Absent: messages, or time where all runs are in rounds. */
  readonly measure?: Measure
  /** Null: all that apply. */
  readonly charts: readonly string[] | null
  readonly growthClasses: readonly string[]
}
