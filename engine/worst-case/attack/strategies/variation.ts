import type { Hint } from '../gene.ts'
import { type Choosable, type Field, type Plan, sampledPlan, varied } from '../plan.ts'
import type { Run } from '../runner.ts'
import type { Tried } from './strategy.ts'

/** Chooses what to vary: mostly that which has made a difference before. */
export class Variation {
  readonly #field: Field
  readonly #tries: Map<Choosable, { count: number; changes: number }>
  #latest: Choosable

  constructor(field: Field) {
    this.#field = field
    this.#tries = new Map(field.chosen.map((name) => [name, { count: 2, changes: 2 }]))
    this.#latest = field.chosen[0]!
  }

  /** A plan with one choice varied. */
  of({ plan, run }: Tried): Plan {
    const hint: Hint = run
    let ticket = this.#field.random.uniform() * this.#total()
    for (const name of this.#field.chosen) {
      this.#latest = name
      if ((ticket -= this.#weight(name)) < 0) break
    }
    return varied(this.#field, plan, this.#latest, hint)
  }

  /** Takes note of whether the last variation made a difference. */
  learn(before: Run, after: Run): void {
    const tries = this.#tries.get(this.#latest)!
    tries.count++
    if (after.value !== before.value) tries.changes++
  }

  #weight(name: Choosable): number {
    const { count, changes } = this.#tries.get(name)!
    return changes / count
  }

  #total(): number {
    return this.#field.chosen.reduce((sum, name) => sum + this.#weight(name), 0)
  }
}

/** The best of some samples. */
export function* bestSample(field: Field, count: number): Generator<Plan, Tried, Run> {
  let best: Tried | null = null
  for (let i = 0; i < Math.max(1, count); i++) {
    const plan = sampledPlan(field)
    const run = yield plan
    if (best === null || run.value > best.run.value) best = { plan, run }
  }
  return best!
}
