import type { Tried, Tries } from '../handed.ts'
import { type Choosable, type Field, type Plan, sampledPlan, varied } from '../plan.ts'
import type { Run } from '../run.ts'

/** Chooses what to vary: mostly that which has made plans better before. */
export class Variation {
  readonly #field: Field
  readonly #before: Tries
  readonly #tries: Map<Choosable, { count: number; gains: number }>
  #latest: Choosable

  /** `before`: what earlier searches have seen. */
  constructor(field: Field, before: Tries) {
    this.#field = field
    this.#before = before
    this.#tries = new Map(field.chosen.map((name) => [name, { count: 0, gains: 0 }]))
    this.#latest = field.chosen[0]!
  }

  /** What this search has seen. */
  get tries(): Tries {
    return Object.fromEntries(this.#tries)
  }

  /** A plan with one choice varied. */
  of({ plan, run }: Tried): Plan {
    const { chosen, random } = this.#field
    let ticket = random.uniform() * chosen.reduce((sum, name) => sum + this.#weight(name), 0)
    for (const name of chosen) {
      this.#latest = name
      if ((ticket -= this.#weight(name)) < 0) break
    }
    return varied(this.#field, plan, this.#latest, run)
  }

  /** Takes note of whether the last variation has made the plan better. */
  learn(before: Run, after: Run): void {
    const tries = this.#tries.get(this.#latest)!
    tries.count++
    if (after.value > before.value) tries.gains++
  }

  /** The square of the share of gains, as if the first two tries had been some. */
  #weight(name: Choosable): number {
    const { count, gains } = this.#tries.get(name)!
    const { count: countBefore = 0, gains: gainsBefore = 0 } = this.#before[name] ?? {}
    return ((gains + gainsBefore + 2) / (count + countBefore + 2)) ** 2
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
