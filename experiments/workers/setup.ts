import type { CheckMode } from '../../engine/index.ts'
import type { CellBudget, IndexedCell, WorstCases } from '../cell/index.ts'

/** What every worker is told when it starts. */
export interface WorkerSetup {
  readonly experiment: string
  readonly budget: CellBudget
  /** When safety properties are checked; absent: sampled. */
  readonly check?: CheckMode | undefined
  readonly worstCases: WorstCases
  /** The indices of the cells that are to show mistakes of the authors of algorithms. */
  readonly rehearsed?: readonly number[]
  /** By name, the module of each algorithm that is not in the catalogue. */
  readonly modules: Readonly<Record<string, string>>
  /** The modules of families of networks, delays and wake-ups that are not in the catalogues. Default: none. */
  readonly families?: readonly string[] | undefined
}

/** What keeps a worker within bounds. */
export interface WorkerLimits {
  /** The longest that a cell may take by the clock on the wall. */
  readonly seconds: number
  /** The most that cells may keep in memory, in mebibytes. */
  readonly memory: number
}

/** What a worker process is told. */
export type Order =
  | { readonly kind: 'start'; readonly setup: WorkerSetup; readonly limits: WorkerLimits }
  | { readonly kind: 'run'; readonly cells: readonly IndexedCell[] }
  /** Finish the cell that is running, and no more. */
  | { readonly kind: 'stop' }

/** What a worker process tells. */
export type Report =
  /** It can be told what to run. */
  | { readonly kind: 'ready' }
  /** It begins with the first cell of what it was told to run. */
  | { readonly kind: 'begun' }
  /** `cells`: FinishedCell[] as JSON, written once where the rows are made: a text is handed on faster than objects. */
  | { readonly kind: 'finished'; readonly cells: string; readonly done: boolean }
  | { readonly kind: 'death'; readonly death: Death }

/** What ended a worker, and the index of the cell that it ran, where that is known. */
export type Death = { readonly index: number | null } & (
  | { readonly cause: 'seconds' | 'memory' }
  | { readonly cause: 'exit'; readonly code: number }
  /** The machine: the worker was killed, or memory or processes were lacking. `begun`: the cells had begun to run. */
  | { readonly cause: 'machine'; readonly message: string; readonly begun: boolean }
  | { readonly cause: 'error'; readonly message: string }
)

/** What the two threads of a worker process share: 32-bit integers. */
export const shared = {
  /** The index of the cell that is running, and 1; 0 between cells. */
  running: 0,
  /** Not 0 once no further cell is to begin. */
  stop: 1,
} as const
