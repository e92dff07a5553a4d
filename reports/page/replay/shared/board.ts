import type { formalShared } from '../../../../engine/index.ts'
import type { Held, SharedRunShown, SoFar } from './shared-run.ts'

const nothing: Held = new Map()

/** Follows caches and costs of passages from one moment to the next, forward and back. */
export class Board {
  readonly run: SharedRunShown
  /** How many steps have been taken. */
  done = 0
  readonly #held: Held[]
  readonly #costs: (SoFar | null)[]

  constructor(run: SharedRunShown) {
    this.run = run
    this.#held = run.first.variables.map(() => nothing)
    this.#costs = run.first.processors.map(() => null)
  }

  get configuration(): formalShared.SharedConfiguration {
    return this.run.turns[this.done - 1]?.after ?? this.run.first
  }

  /** Who holds what of a variable in its cache. */
  held(variable: number): Held {
    return this.#held[variable]!
  }

  /** What the passage of a processor has cost so far; null if it is in none. */
  costs(processor: number): SoFar | null {
    return this.#costs[processor]!
  }

  /** To where so many steps have been taken. */
  moveTo(done: number): void {
    const { turns } = this.run
    while (this.done < done) {
      const { step, heldAfter, costsAfter } = turns[this.done++]!
      this.#held[step.variable] = heldAfter
      this.#costs[step.processor] = costsAfter
    }
    while (this.done > done) {
      const { step, heldBefore, costsBefore } = turns[--this.done]!
      this.#held[step.variable] = heldBefore
      this.#costs[step.processor] = costsBefore
    }
  }
}
