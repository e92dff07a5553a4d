import type { Judged } from '../search-island.ts'

/** What became of a plan. */
export interface SharedAttackRun extends Judged {
  /** Who took the steps, up to where the objective was attained; all of them if something is violated. */
  readonly schedule: readonly number[]
  /** The steps of the passage or operation that attains the objective: those before `to`, from `from` on. */
  readonly from: number
  readonly to: number
}
