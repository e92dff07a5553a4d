import { type AnyAlgorithm, InputError } from '../../../engine/index.ts'
import type { ResilienceDefinition } from '../../definition/resilience.ts'
import { loadAlgorithm } from '../../loading/load.ts'
import type { ResilienceCell, System } from './system.ts'

/** The map of an algorithm over n and f. */
export interface ResilienceMap {
  readonly algorithm: AnyAlgorithm
  /** The kind of faults. */
  readonly faults: string
  readonly cells: readonly ResilienceCell[]
}

/**
 * The systems of all maps, map after map: where all happens in rounds, as far as fewer than n processors fail; with delays,
 * as far as fewer than n − 1 do, since whoever may wait for none but itself hears of nobody. Throws an InputError if there are
 * none.
 */
export async function systemsOf(asked: ResilienceDefinition): Promise<System[]> {
  const { algorithms, sizes, bounds, faults, states, tries, seed } = asked
  const all: System[] = []
  for (const algorithm of algorithms) {
    const alone = isInRounds(await loadAlgorithm(algorithm)) ? 1 : 2
    for (const n of sizes)
      for (const f of bounds) if (n - f >= alone) all.push({ algorithm, faults, n, f, states, tries, seed })
  }
  if (all.length === 0)
    throw new InputError('there is no system in which so few processors fail that some are left')
  return all
}

/** Whether all that can happen is what fails: there are no schedules, coins or clocks. */
export const isInRounds = ({ requires, uponRound }: AnyAlgorithm): boolean =>
  uponRound !== undefined || requires.synchronous === true
