import type { SharedMeasure } from '../model/index.ts'
import type { Lasso } from './fair-cycles.ts'
import type { LargestCost } from './longest.ts'

/** What is explored. */
export interface SharedExploring {
  /** The number of processors. */
  readonly n: number
  /** How many passages each processor makes. Default: as many as it likes. */
  readonly passages?: number
  /** The largest number of configurations. Default: 2 million. */
  readonly states?: number
  /** Whether to end where two processors are in the critical section. Default: yes. */
  readonly check?: boolean
  /** Whether to find the largest costs. Default: yes. */
  readonly costs?: boolean
  /**
   * Whether to leave out steps that commute with those that are looked at. Default: no. Lines are then tried with values that
   * their variables need not have there. `reduction.ts` says what is kept.
   */
  readonly reduce?: boolean
}

/** What all interleavings come to. Executions are given by who takes the steps. */
export interface SharedExploration {
  /** How many configurations were looked at, and how many steps between them. */
  readonly states: number
  readonly transitions: number
  /** The most configurations where the copies in caches are part of them; null if costs were not asked for. */
  readonly statesWithCaches: number | null
  /** False if it ended before all were found: with a violation, or because there are more than were allowed. */
  readonly complete: boolean
  /**
   * An execution to a configuration with two processors in the critical section, or to a step that is not allowed; a shortest one
   * unless steps were left out.
   */
  readonly violation: {
    readonly property: string
    readonly reason: string
    readonly schedule: readonly number[]
  } | null
  /** An admissible execution in which somebody tries for ever and nobody enters; null if there is none. */
  readonly deadlock: Lasso | null
  /** An admissible execution in which a processor tries for ever; null if there is none. */
  readonly lockout: (Lasso & { readonly processor: number }) | null
  /** The largest cost of a passage and the largest bypass over all executions; empty where they are not known. */
  readonly extremes: Readonly<Partial<Record<SharedMeasure, LargestCost>>>
}
