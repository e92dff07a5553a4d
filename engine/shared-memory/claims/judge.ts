/** Holds a run to the claims of its algorithm. */
import { claimId } from '../../claims/claim-id.ts'
import { formulaOf, formulaValue } from '../../claims/value.ts'
import type { Claim } from '../../model/index.ts'
import { type SharedExecution, sharedValue } from '../loop/execution.ts'
import type { SharedMeasure, SharedMemoryAlgorithm } from '../model/index.ts'

/** A claim held to a run. */
export interface SharedJudgement {
  /** The name by which tables know the claim: `mcs-lock/passage:dsm/at-most/4`. */
  readonly id: string
  readonly measure: SharedMeasure
  readonly claim: Claim
  /** The value of the claim's formula for this number of processors. */
  readonly bound: number
  readonly measured: number
  readonly verdict: 'held' | 'violated' | 'not checked'
  /** Why the run could not be held to it. Absent where it was, or where no single run is. */
  readonly reason?: string
}

/**
 * The claims about what was measured, judged, in the order in which the algorithm states them. A claim of a passage is one
 * of every passage, so `exactly` is held to the cheapest one, too. A run that was cut short has reached only part of its
 * cost, but its passages that are over have not.
 */
export function judgeShared(
  algorithm: SharedMemoryAlgorithm,
  n: number,
  { measures }: SharedExecution,
): SharedJudgement[] {
  return sharedClaims(algorithm).flatMap(({ id, measure, claim }) => {
    const measured = sharedValue(measures, measure)
    if (measured === null) return []
    const bound = formulaValue(claim.formula, (name) => (name === 'n' ? n : Number.NaN))
    const judged = { id, measure, claim, bound, measured }
    if (!Number.isFinite(bound)) {
      const reason = formulaOf(claim.formula).trouble((name) => (name === 'n' ? n : Number.NaN))
      return [{ ...judged, verdict: 'not checked', ...(reason !== null && { reason }) }]
    }
    return [{ ...judged, verdict: verdictOn(claim, bound, measured, sharedValue(measures, measure, true)!) }]
  })
}

function verdictOn({ kind }: Claim, bound: number, most: number, least: number): SharedJudgement['verdict'] {
  // Counts are exact; only a formula may be rounded.
  const slack = 1e-14 * Math.max(1, Math.abs(bound))
  if (kind === 'at most') return most <= bound + slack ? 'held' : 'violated'
  if (kind === 'at least') return least >= bound - slack ? 'held' : 'violated'
  if (kind === 'exactly') return most <= bound + slack && least >= bound - slack ? 'held' : 'violated'
  return 'not checked'
}

/** Every claim of an algorithm, with its name and what it is about. */
export function sharedClaims({
  name,
  claims = {},
}: SharedMemoryAlgorithm): readonly Pick<SharedJudgement, 'id' | 'measure' | 'claim'>[] {
  return Object.entries(claims).flatMap(([measure, about]) =>
    ([about].flat() as Claim[]).map((claim) => ({
      id: claimId(name, measure, claim),
      measure: measure as SharedMeasure,
      claim,
    })),
  )
}
