import type { Instance } from './instance.ts'

/** The circumstances of a run, as far as a theorem may depend on them. */
export interface Setting {
  readonly instance: Instance
  readonly timing: 'synchronous' | 'asynchronous'
  /** Every message takes exactly one unit of time: rounds, or a constant delay. */
  readonly unitDelays: boolean
  /** The delays as a cell spells them; absent where they are not known, or there are none. */
  readonly delay?: string
  /** The rule for the clocks of processors; absent where they have none, or perfect ones. */
  readonly clocks?: string
  /** The rule by which identifiers were assigned: random, ascending, … */
  readonly identifiers: string
  /** What fails, as a spec; absent where nothing does. */
  readonly faults?: string
  /** Why the algorithm guarantees nothing here, as where its resilience does not hold. Absent: it does. */
  readonly beyond?: string
  /** The workload as a spec; absent where it is the usual one of the service, or there is none. */
  readonly workload?: string
}
