import type { FaultSearch } from '../../resilience/index.ts'
import { differences } from './differences.ts'

/**
 * How far processors are apart at the end of each round: in how many places the states of two of them differ, on average. An
 * adversary that has not broken anything yet has come the further, the later they are apart: what processors decide follows
 * from what they know.
 */
export class Spread {
  readonly #steps: FaultSearch['steps']
  readonly #pairs = new Map<string, number>()

  constructor(steps: FaultSearch['steps']) {
    this.#steps = steps
  }

  /** `standing`: by round, the numbers of the states of those that are looked at. */
  of(standing: readonly (readonly number[])[]): number[] {
    return standing.map((locals) => {
      let [sum, pairs] = [0, 0]
      for (const [i, a] of locals.entries())
        for (const b of locals.slice(i + 1)) {
          sum += this.#between(a, b)
          pairs++
        }
      return pairs === 0 ? 0 : sum / pairs
    })
  }

  #between(a: number, b: number): number {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    let known = this.#pairs.get(key)
    if (known === undefined)
      this.#pairs.set(key, (known = differences(this.#steps.at(a).state, this.#steps.at(b).state)))
    return known
  }
}

/** How late the processors of an execution are apart, and how much. */
export interface Apart {
  /** By round. */
  readonly spread: readonly number[]
  /** How many processors fail. */
  readonly failures: number
}

/**
 * Which of two executions is the better beginning of one that breaks something: positive, if the first is. What counts is the
 * last round in which one has processors apart and the other has not, then who needs fewer failures for it, then in which
 * fewer know what others do not: whoever is the only one to know something can still hide it. `wide` wants them as far
 * apart as can be instead. `usual` is how far they are apart at most where nothing fails.
 */
export function laterApart(a: Apart, b: Apart, usual: readonly number[], wide: boolean): number {
  let thinner = 0
  for (let round = Math.max(a.spread.length, b.spread.length) - 1; round >= 0; round--) {
    const base = usual[round] ?? usual.at(-1) ?? 0
    const [here, there] = [(a.spread[round] ?? 0) - base, (b.spread[round] ?? 0) - base]
    const difference = wide ? here - there : Number(here > tolerance) - Number(there > tolerance)
    if (difference !== 0) return difference
    if (thinner === 0) thinner = there - here
  }
  return b.failures - a.failures || thinner
}

/** The last round in which processors are further apart than usual; 0 if in none. */
export function lastApart(spread: readonly number[], usual: readonly number[]): number {
  return Math.max(
    0,
    spread.findLastIndex((apart, round) => apart - (usual[round] ?? usual.at(-1) ?? 0) > tolerance),
  )
}

/** Means of the same numbers may differ by their rounding. */
const tolerance = 1e-9
