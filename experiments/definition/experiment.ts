import type { AnyAlgorithm, Cell } from '../../engine/index.ts'
import type { WorstCases, WorstCasesDefinition } from './worst-cases.ts'

/** Where a cell is stopped if it does not end by itself. */
export interface CellBudget {
  /** Messages sent. Default: see `messageBudget`. */
  readonly messages?: number | undefined
  /** Rounds, or units of delay before scaling. */
  readonly time?: number | undefined
  /** Seconds by the clock on the wall, for handlers that never return. Default: 600. */
  readonly seconds?: number | undefined
}

/**
 * When a group has enough replicates: once the 95% confidence intervals of its mean messages and of its mean time are
 * narrower than this fraction of the mean, and not before it has `least`.
 */
export interface UntilCi {
  readonly fraction: number
  readonly least: number
}

/** An experiment as its author writes it. Every list spans one dimension of the grid. */
export interface ExperimentDefinition {
  /** Names the folder of the results: letters, digits, “-”, “_” and “.”. */
  readonly name: string
  /** What charts and reports call it. Default: the name. */
  readonly title?: string | undefined
  /** The one question that it asks. */
  readonly question: string
  /** Names from the catalogue, or algorithms of one's own. */
  readonly algorithms: readonly (string | AnyAlgorithm)[]
  /** Default: asynchronous. */
  readonly timings?: readonly Cell['timing'][] | undefined
  /** Specs such as `gnp:degree=8`. */
  readonly topologies: readonly string[]
  /** Numbers of processors. May be left out if every topology is read from a file. */
  readonly sizes?: readonly number[] | undefined
  /** Specs such as `uniform:min=0.5`. Default: uniform. */
  readonly delays?: readonly string[] | undefined
  /** Default: all. */
  readonly wakeups?: readonly string[] | undefined
  /** Specs such as `ids=worst,root=centre`. Default: random. */
  readonly inputs?: readonly string[] | undefined
  /** Independent repetitions of every point. */
  readonly replicates: number
  /** To run no more replicates than it takes for means of a given precision; `replicates` is the most. */
  readonly untilCi?: { readonly fraction: number; readonly least?: number | undefined } | undefined
  /** The root of all randomness, 0 … 2^53 − 1. */
  readonly seed: number
  readonly budget?: CellBudget | undefined
  /** Worst cases to find beside the runs that are sampled. Default: none. */
  readonly worstCases?: WorstCasesDefinition | undefined
  /** The names of the charts to draw. Default: all that apply. */
  readonly charts?: readonly string[] | undefined
  /** Formulas in n, m, D and ecc that costs may grow like, beside the usual ones. Default: none. */
  readonly growthClasses?: readonly string[] | undefined
}

/** An experiment that was checked: specs in their canonical spelling, defaults filled in. */
export interface Experiment {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly algorithms: readonly AnyAlgorithm[]
  readonly timings: readonly Cell['timing'][]
  readonly topologies: readonly string[]
  readonly sizes: readonly number[]
  readonly delays: readonly string[]
  readonly wakeups: readonly string[]
  readonly inputs: readonly string[]
  readonly replicates: number
  /** Null: all replicates are run. */
  readonly untilCi: UntilCi | null
  readonly seed: number
  readonly budget: CellBudget
  readonly worstCases: WorstCases
  /** Null: all that apply. */
  readonly charts: readonly string[] | null
  readonly growthClasses: readonly string[]
}
