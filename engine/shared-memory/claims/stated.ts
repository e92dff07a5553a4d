import { claimId } from '../../claims/claim-id.ts'
import type { Claim } from '../../model/index.ts'
import type { AnySharedAlgorithm } from '../model/index.ts'

/** A claim held to a run. */
export interface SharedJudgement {
  /** The name by which tables know the claim: `mcs-lock/passage:dsm/at-most/4`. */
  readonly id: string
  readonly measure: string
  readonly claim: Claim
  /** The value of the claim's formula for this number of processors. */
  readonly bound: number
  readonly measured: number
  readonly verdict: 'held' | 'violated' | 'not checked'
  /** Why the run could not be held to it. Absent where it was, or where no single run is. */
  readonly reason?: string
}

/** Every claim of an algorithm, with its name and what it is about. */
export function sharedClaims({
  name,
  claims = {},
}: AnySharedAlgorithm): readonly Pick<SharedJudgement, 'id' | 'measure' | 'claim'>[] {
  return Object.entries(claims).flatMap(([measure, about]) =>
    ([about].flat() as Claim[]).map((claim) => ({
      id: claimId(name, measure, claim),
      measure,
      claim,
    })),
  )
}

/** Whether a claim holds of what was measured, `most` and `least` over all that it speaks of. */
export function verdictOn(
  { kind }: Claim,
  bound: number,
  most: number,
  least: number,
): SharedJudgement['verdict'] {
  // Counts are exact; only a formula may be rounded.
  const slack = 1e-14 * Math.max(1, Math.abs(bound))
  if (kind === 'at most') return most <= bound + slack ? 'held' : 'violated'
  if (kind === 'at least') return least >= bound - slack ? 'held' : 'violated'
  if (kind === 'exactly') return most <= bound + slack && least >= bound - slack ? 'held' : 'violated'
  return 'not checked'
}
