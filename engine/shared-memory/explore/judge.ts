/** Holds an algorithm to what it claims and guarantees where all its executions are known. */
import { formulaValue } from '../../claims/value.ts'
import type { Claim } from '../../model/index.ts'
import { sharedClaims } from '../claims/stated.ts'
import type { Guarantee, SharedMeasure, SharedMemoryAlgorithm } from '../model/index.ts'
import type { SharedExploration } from './exploration.ts'

/** An upper bound, held to the largest cost that there is. */
export interface ExploredClaim {
  readonly id: string
  readonly measure: string
  readonly claim: Claim
  readonly bound: number
  /** Infinite if there is no largest. */
  readonly measured: number
  readonly verdict: 'held' | 'violated'
}

/** The claims `at most` about costs whose maxima are known. */
export function judgeExploredClaims(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  { extremes }: SharedExploration,
): ExploredClaim[] {
  return sharedClaims(algorithm).flatMap(({ id, measure, claim }) => {
    const cost = extremes[measure as SharedMeasure]
    if (cost === undefined || claim.kind !== 'at most') return []
    const bound = formulaValue(claim.formula, (name) => (name === 'n' ? n : Number.NaN))
    const measured = cost.kind === 'bounded' ? cost.value : Number.POSITIVE_INFINITY
    // Counts are exact; only a formula may be rounded.
    const held = measured <= bound + 1e-14 * Math.max(1, Math.abs(bound))
    return [{ id, measure, claim, bound, measured, verdict: held ? 'held' : 'violated' }]
  })
}

/** What is guaranteed and does not hold; null if all of it does, as far as it is known. */
export function brokenGuarantee(
  { guarantees }: Pick<SharedMemoryAlgorithm, 'guarantees'>,
  { violation, deadlock, lockout }: SharedExploration,
): Guarantee | 'failed' | null {
  if (violation !== null) return violation.property === 'failed' ? 'failed' : 'mutual exclusion'
  if (deadlock !== null && guarantees !== 'mutual exclusion') return 'no deadlock'
  return lockout !== null && guarantees === 'no lockout' ? 'no lockout' : null
}
