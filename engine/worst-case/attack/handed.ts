import type { Choosable, Plan } from './plan.ts'
import type { Run } from './run.ts'

/** A plan with what became of it. */
export interface Tried {
  readonly plan: Plan
  readonly run: Run
}

/** How often each choice was varied, and how often that made a plan better. */
export type Tries = Readonly<Partial<Record<Choosable, { readonly count: number; readonly gains: number }>>>

/** What the islands of one round hand on to those of the next. */
export interface Handed {
  /** The best plans so far, the best first. */
  readonly elite: readonly Tried[]
  readonly tries: Tries
}
