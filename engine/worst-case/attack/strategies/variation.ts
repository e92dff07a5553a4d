import type { Tried, Tries } from '../handed.ts'
import type { Terrain, Valued } from '../terrain.ts'

/** Chooses what to vary: mostly that which has made plans better before. */
export class Variation<P, R extends Valued> {
  readonly #terrain: Terrain<P, R>
  readonly #before: Tries
  readonly #tries: Map<string, { count: number; gains: number }>
  #latest: string

  /** `before`: what earlier searches have seen. */
  constructor(terrain: Terrain<P, R>, before: Tries) {
    this.#terrain = terrain
    this.#before = before
    this.#tries = new Map(terrain.chosen.map((name) => [name, { count: 0, gains: 0 }]))
    this.#latest = terrain.chosen[0]!
  }

  /** What this search has seen. */
  get tries(): Tries {
    return Object.fromEntries(this.#tries)
  }

  /** A plan with one choice varied. */
  of({ plan, run }: Tried<P, R>): P {
    const { chosen, random } = this.#terrain
    let ticket = random.uniform() * chosen.reduce((sum, name) => sum + this.#weight(name), 0)
    for (const name of chosen) {
      this.#latest = name
      if ((ticket -= this.#weight(name)) < 0) break
    }
    return this.#terrain.varied(plan, this.#latest, run)
  }

  /** Takes note of whether the last variation has made the plan better. */
  learn(before: R, after: R): void {
    const tries = this.#tries.get(this.#latest)!
    tries.count++
    if (after.value > before.value) tries.gains++
  }

  /** The square of the share of gains, as if the first two tries had been some. */
  #weight(name: string): number {
    const { count, gains } = this.#tries.get(name)!
    const { count: countBefore = 0, gains: gainsBefore = 0 } = this.#before[name] ?? {}
    return ((gains + gainsBefore + 2) / (count + countBefore + 2)) ** 2
  }
}

/** The best of some samples. */
export function* bestSample<P, R extends Valued>(
  terrain: Terrain<P, R>,
  count: number,
): Generator<P, Tried<P, R>, R> {
  let best: Tried<P, R> | null = null
  for (let i = 0; i < Math.max(1, count); i++) {
    const plan = terrain.sampled()
    const run = yield plan
    if (best === null || run.value > best.run.value) best = { plan, run }
  }
  return best!
}
