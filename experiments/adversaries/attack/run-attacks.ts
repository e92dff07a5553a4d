import { type AttackRunOptions, type FinishedAttack, runAttack } from './run-attack.ts'
import type { AttackSetup } from './setup.ts'

/** What the search from one seed has come to. */
export interface SeededSearch {
  readonly seed: number
  readonly runs: number
  /** Null if the search ended with a violation. */
  readonly best: number | null
}

/** The best of several searches of the same instance, and what each has come to. */
export interface FinishedAttacks {
  readonly found: FinishedAttack
  readonly searches: readonly SeededSearch[]
}

/**
 * Searches from so many seeds, one after the other, each for as long as the options say, until a property is violated.
 * What is given of the instance stays the same. Throws an InputError.
 */
export async function runAttacks(
  setup: AttackSetup,
  options: AttackRunOptions,
  count: number,
): Promise<FinishedAttacks> {
  let found = await runAttack(setup, options)
  const searches = [searchOf(setup, found)]
  while (searches.length < count && !found.interrupted && found.result.violation === null) {
    const next = { ...setup, seed: setup.seed + searches.length }
    const other = await runAttack(next, options)
    searches.push(searchOf(next, other))
    if (other.result.violation !== null || other.result.best > found.result.best) found = other
    else if (other.interrupted) found = { ...found, interrupted: true }
  }
  return { found, searches }
}

const searchOf = (
  { seed }: AttackSetup,
  { result: { runs, best, violation } }: FinishedAttack,
): SeededSearch => ({
  seed,
  runs,
  best: violation === null ? best : null,
})
