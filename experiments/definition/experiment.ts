import type { AnyAlgorithm, AnySharedAlgorithm, Cell, CheckMode, Measure } from '../../engine/index.ts'
import type { CellBudget, ExperimentData } from '../cell/index.ts'
import type { WorstCasesDefinition } from './worst-cases.ts'

/** An experiment as its author writes it. Every list spans one dimension of the grid. */
export interface ExperimentDefinition {
  /** Names the folder of the results: letters, digits, “-”, “_” and “.”. */
  readonly name: string
  /** What charts and reports call it. Default: the name. */
  readonly title?: string | undefined
  /** The one question that it asks. */
  readonly question: string
  /** Names from the catalogue, or algorithms of one's own. */
  readonly algorithms: readonly (string | AnyAlgorithm | AnySharedAlgorithm)[]
  /**
   * Wrappers in which each of the algorithms runs, such as `alpha`, `gamma:K=3` or `alpha+lamport-clocks`; `none` leaves it as
   * it is. Default: none.
   */
  readonly over?: readonly string[] | undefined
  /** Default: asynchronous. */
  readonly timings?: readonly Cell['timing'][] | undefined
  /** Specs such as `gnp:degree=8`; `shared-memory` for algorithms that have no network. */
  readonly topologies: readonly string[]
  /** Numbers of processors. May be left out if every topology is read from a file. */
  readonly sizes?: readonly number[] | undefined
  /** Specs such as `uniform:min=0.5`. Default: uniform. On shared memory, schedulers such as `sticky`. Default: random. */
  readonly delays?: readonly string[] | undefined
  /** Default: all. */
  readonly wakeups?: readonly string[] | undefined
  /** Specs such as `ids=worst,root=centre`. Default: random. */
  readonly inputs?: readonly string[] | undefined
  /** Rules for the clocks of processors, such as `drift:rho=0.01`. Default: perfect clocks, where algorithms read some. */
  readonly clocks?: readonly string[] | undefined
  /** What processors are asked for, such as `closed:operations=10`. Default: the usual workload of each service. */
  readonly workloads?: readonly string[] | undefined
  /** What fails, such as `crash:f=2` or `none`; several kinds are joined by plus signs. Default: nothing. */
  readonly faults?: readonly string[] | undefined
  /** How many may fail, as algorithms are told: a number, or a formula in n. Default: as many as the faults make faulty. */
  readonly f?: number | string | undefined
  /** Run algorithms also where they guarantee nothing. Default: false. */
  readonly beyond?: boolean | undefined
  /** Rules for the weights of channels, such as `distinct`. Default: channels have none. */
  readonly weights?: readonly string[] | undefined
  /** Dimensions whose lists go together, item by item, instead of being crossed: `[['topology', 'wakeup']]`. */
  readonly zip?: readonly (readonly string[])[] | undefined
  /** Constraints; points of the grid that do not satisfy all of them are left out: `['wakeup_k <= n/2']`. */
  readonly where?: readonly string[] | undefined
  /** Independent repetitions of every point. */
  readonly replicates: number
  /** To run no more replicates than it takes for means of a given precision; `replicates` is the most. */
  readonly untilCi?: { readonly fraction: number; readonly least?: number | undefined } | undefined
  /** The root of all randomness, 0 … 2^53 − 1. */
  readonly seed: number
  readonly budget?: CellBudget | undefined
  /** When safety properties are checked: after every event, after a sample of them, or only at the end. Default: sampled. */
  readonly check?: CheckMode | undefined
  /** Worst cases to find beside the runs that are sampled. Default: none. */
  readonly worstCases?: WorstCasesDefinition | undefined
  /** The cost that the question is about, such as `bits:load`: the answer speaks of it first. Default: messages, or time in rounds. */
  readonly measure?: Measure | undefined
  /** The names of the charts to draw. Default: all that apply. */
  readonly charts?: readonly string[] | undefined
  /** Formulas in n, m, D and ecc that costs may grow like, beside the usual ones. Default: none. */
  readonly growthClasses?: readonly string[] | undefined
}

/** An experiment that was checked: specs in their canonical spelling, defaults filled in. */
export interface Experiment extends Omit<ExperimentData, 'algorithms'> {
  readonly algorithms: readonly AnyAlgorithm[]
}
