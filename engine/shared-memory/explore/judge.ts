/** Holds an algorithm to what it claims and guarantees where all its executions are known. */
import { formulaValue } from '../../claims/value.ts'
import type { Claim } from '../../model/index.ts'
import { sharedClaims } from '../claims/stated.ts'
import {
  type AnySharedAlgorithm,
  type Guarantee,
  isSharedObject,
  type SharedMemoryAlgorithm,
  type SharedObject,
} from '../model/index.ts'
import type { SharedExploration } from './exploration.ts'
import type { LargestCost } from './longest.ts'
import type { ObjectExploration } from './object-exploration.ts'

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
  algorithm: AnySharedAlgorithm,
  n: number,
  { extremes }: { readonly extremes: Readonly<Partial<Record<string, LargestCost>>> },
): ExploredClaim[] {
  return sharedClaims(algorithm).flatMap(({ id, measure, claim }) => {
    const cost = extremes[measure]
    if (cost === undefined || claim.kind !== 'at most') return []
    const k = isSharedObject(algorithm) ? algorithm.service.values : undefined
    const bound = formulaValue(claim.formula, (name) => ({ n, k })[name] ?? Number.NaN)
    if (Number.isNaN(bound)) return []
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

/** The same of an object: the condition of histories, or how operations go on. */
export function brokenPromise(
  { progress }: Pick<SharedObject, 'progress'>,
  { violation, blocked, unending }: ObjectExploration,
): string | null {
  if (violation !== null) return violation.property
  if (blocked !== null && progress !== 'blocking') return 'lock-free'
  return unending !== null && progress === 'wait-free' ? 'wait-free' : null
}
