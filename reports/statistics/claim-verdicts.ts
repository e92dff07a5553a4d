import type { AlgorithmData, ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import type { Results } from './groups.ts'
import { isChecked, shown, shownClaim } from './shown-claim.ts'
import { type Extreme, extreme, groupVerdict } from './verdict.ts'

/** What all runs of a sweep say about one claim. */
export interface ClaimVerdict {
  readonly algorithm: AlgorithmData
  readonly claim: ClaimData
  /** The runs whose rows show this claim. */
  readonly rows: readonly Row[]
  readonly violations: readonly Row[]
  /** The run nearest to the bound, or farthest beyond it. */
  readonly extreme: Extreme | null
  /** For a claimed mean: the groups whose interval contains it, and those whose interval does not. */
  readonly consistent: number
  readonly inconsistent: number
}

/** A verdict on every claim of every algorithm, in their order. */
export function claimVerdicts({ manifest, groups }: Results): ClaimVerdict[] {
  return manifest.algorithms.flatMap((algorithm) => {
    const own = groups.filter(({ key }) => key.algorithm === algorithm.name)
    return algorithm.claims.map((claim): ClaimVerdict => {
      const shares = own.map(({ rows }) => rowsShowing(claim, rows, algorithm.claims))
      const rows = shares.flat()
      const means =
        claim.kind === 'expected' ? shares.map((share) => groupVerdict(share, claim.measure, claim)) : []
      return {
        algorithm,
        claim,
        rows,
        violations: isChecked(claim)
          ? rows.filter((row) => shown(row, claim.measure).verdict === 'violated')
          : [],
        extreme: extreme(rows, claim.measure),
        consistent: means.filter((verdict) => verdict === 'consistent').length,
        inconsistent: means.filter((verdict) => verdict === 'inconsistent').length,
      }
    })
  })
}

/** Those rows of a group that show a certain claim. One that violates a claim is recognised by itself. */
function rowsShowing(claim: ClaimData, rows: readonly Row[], claims: readonly ClaimData[]): Row[] {
  const { measure } = claim
  const usual = shownClaim(rows, measure, claims)
  return rows.filter((row) => {
    const { claimed, verdict } = shown(row, measure)
    if (claimed === null) return false
    return (verdict === 'violated' ? shownClaim([row], measure, claims) : usual) === claim
  })
}
