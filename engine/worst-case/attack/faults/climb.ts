import { InputError } from '../../../errors.ts'
import type { FaultScript } from '../../resilience/index.ts'

/** One execution that was tried. */
export interface Tried {
  readonly script: FaultScript
  /** Of the objective; 0 if there is none. */
  readonly value: number
  /** What it breaks, `failed` if the algorithm throws; null if nothing. */
  readonly broken: { readonly property: string; readonly reason: string } | null
}

/** Where a search goes: how executions are made, and which of two is worse. */
export interface Ground<T extends Tried> {
  /** One in which nothing fails yet, with which the search begins for the so-manieth time; null if it has no end. */
  fresh(begun: number): T | null
  /** One that differs from another in a few places. */
  varied(current: T): T | null
  /** Positive if the first is worse. `begun`: as the search sees it that began so; null: once and for all. */
  worse(a: T, b: T, begun: number | null): number
}

/** After so many changes in a row that are no improvement, a search begins anew. */
const patience = 400

/**
 * Changes one thing after another, as long as the execution does not become better, and begins anew where nothing makes it
 * worse any more. One that breaks something ends the search. Throws an InputError if no execution comes to its end.
 */
export function climb<T extends Tried>(
  name: string,
  ground: Ground<T>,
  { runs, stopped = () => false }: { readonly runs: number; readonly stopped?: (() => boolean) | undefined },
): { readonly best: T; readonly runs: number; readonly run: number } {
  let current: T | null = null
  let best: T | null = null
  let [run, idle, begun, made] = [0, 0, 0, 0]
  for (let i = 1; i <= runs && !stopped(); i++) {
    made = i
    const anew: boolean = current === null || idle >= patience
    if (anew) begun++
    const tried: T | null = anew ? ground.fresh(begun) : ground.varied(current!)
    if (tried === null) continue
    const better: number = anew || current === null ? 1 : ground.worse(tried, current, begun)
    idle = better > 0 ? 0 : idle + 1
    if (better >= 0) current = tried
    if (best === null || ground.worse(tried, best, null) > 0) [best, run] = [tried, i]
    if (tried.broken !== null) return { best: tried, runs: i, run: i }
  }
  if (best === null) throw new InputError(`${name}: no execution comes to its end`)
  return { best, runs: made, run }
}
