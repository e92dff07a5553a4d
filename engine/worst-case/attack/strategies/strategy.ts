import type { Field, Plan } from '../plan.ts'
import type { Run } from '../runner.ts'

/** A way to search: gives plans to carry out, is told what became of each, and goes on until it is stopped. */
type Search = Generator<Plan, never, Run>

/** A plan with what became of it. */
export interface Tried {
  readonly plan: Plan
  readonly run: Run
}

/** A kind of search, to be compared with others. */
export interface Strategy {
  readonly name: string
  readonly summary: string
  /** A search that will be stopped after so many runs, or earlier. */
  search(field: Field, runs: number): Search
}
