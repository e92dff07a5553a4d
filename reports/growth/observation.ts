import type { Place } from './growth-class.ts'

/** The costs at one place, all positive: those of the replicates. */
export interface Observation extends Place {
  /** The kind of network. */
  readonly network: string
  readonly costs: readonly number[]
}
