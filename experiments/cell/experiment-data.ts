import type { Cell, CheckMode } from '../../engine/index.ts'
import type { CellBudget } from './cell-budget.ts'
import type { WorstCases } from './worst-cases/asked.ts'

/**
 * When a group has enough replicates: once the 95% confidence intervals of its mean messages and of its mean time are
 * narrower than this fraction of the mean, and not before it has `least`.
 */
export interface UntilCi {
  readonly fraction: number
  readonly least: number
}

/** An experiment as data: specs in their canonical spelling, defaults filled in, algorithms by their names. */
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
  readonly replicates: number
  /** Null: all replicates are run. */
  readonly untilCi: UntilCi | null
  readonly seed: number
  readonly budget: CellBudget
  /** When safety properties are checked. Absent: sampled. */
  readonly check?: CheckMode
  readonly worstCases: WorstCases
  /** Null: all that apply. */
  readonly charts: readonly string[] | null
  readonly growthClasses: readonly string[]
}
