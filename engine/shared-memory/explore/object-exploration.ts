import type { Fault } from '../../histories/index.ts'
import type { History } from '../../model/index.ts'
import type { ObjectCall } from '../model/index.ts'
import type { Lasso } from './fair-cycles.ts'
import type { LargestCost } from './longest.ts'

/** What is explored of an object. */
export interface ObjectExploring {
  /** The number of processors. */
  readonly n: number
  /** By processor, what it is asked for, one after the other. Default: see `usualCalls`. */
  readonly calls?: readonly (readonly ObjectCall[])[]
  /** Whether it is asked for these again and again, without an end. Default: no. */
  readonly repeats?: boolean
  /** The largest number of configurations. Default: 2 million. */
  readonly states?: number
  /** Whether to hold histories to what the object promises. Default: yes. */
  readonly check?: boolean
  /** Whether to find the largest costs. Default: yes. */
  readonly costs?: boolean
  /**
   * Whether to leave out steps that commute with those that are looked at. Default: no. Lines are then tried with values that
   * their variables need not have there. `reduction.ts` says what is kept.
   */
  readonly reduce?: boolean
}

/** What all interleavings of an object's operations come to. Executions are given by who takes the steps. */
export interface ObjectExploration {
  /** How many configurations were looked at, and how many steps between them. */
  readonly states: number
  readonly transitions: number
  /** The same where what matters of the history is part of a configuration; null if histories were not checked. */
  readonly statesWithHistories: number | null
  /** The most configurations where the copies in caches are part of them; null if costs were not asked for. */
  readonly statesWithCaches: number | null
  /** False if it ended before all were found: with a violation, or because there are more than were allowed. */
  readonly complete: boolean
  /** An execution whose history is wrong, or to a step that is not allowed; a shortest one unless steps were left out. */
  readonly violation: {
    readonly property: string
    readonly reason: string
    readonly schedule: readonly number[]
    /** The history, and the least part of it that is wrong; absent where a step is not allowed. */
    readonly history?: History
    readonly fault?: Fault
  } | null
  /** Coins are flipped: costs are the largest whatever comes up, and what ends does so with probability 1. Absent where none are. */
  readonly byChance?: true
  /** An execution in which steps are taken for ever and no operation ends; null if there is none: it is lock-free. */
  readonly blocked: Lasso | null
  /** One in which a processor takes steps for ever and its operation never ends; null if there is none: it is wait-free. */
  readonly unending: (Lasso & { readonly processor: number }) | null
  /** The largest cost of each operation, such as `scan:reads`; empty where they are not known. */
  readonly extremes: Readonly<Record<string, LargestCost>>
}
