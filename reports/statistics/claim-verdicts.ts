import type { AlgorithmData, ClaimData } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import type { Results } from './groups.ts'
import { isChecked, meanClaim, shows, verdictOn } from './row-claims.ts'
import { type Extreme, extreme, meanVerdict } from './verdict.ts'

/** What all runs and worst cases of a sweep say about one claim. */
export interface ClaimVerdict {
  readonly algorithm: AlgorithmData
  readonly claim: ClaimData
  /** How many of them it applied to. */
  readonly applied: number
  /** Those that could be judged. */
  readonly judged: readonly Row[]
  /** How many of them kept it. */
  readonly held: number
  readonly violations: readonly Row[]
  /** Of the runs that show its value, the one nearest to it or farthest beyond it; null for what is no bound. */
  readonly extreme: Extreme | null
  /** For a claimed mean: the groups whose interval contains it, and those whose interval does not. */
  readonly consistent: number
  readonly inconsistent: number
}

/** A verdict on every claim of every algorithm, in their order. */
export function claimVerdicts({ manifest, groups, rows: all }: Results): ClaimVerdict[] {
  return manifest.algorithms.flatMap((algorithm) => {
    const own = groups.filter(({ key }) => key.algorithm === algorithm.name)
    const rows = all.filter((row) => row.algorithm === algorithm.name)
    return algorithm.claims.map((claim): ClaimVerdict => {
      const { measure } = claim
      const judged = rows.map((row) => ({ row, verdict: verdictOn(row, claim) }))
      const means = own
        .map((group) => group.rows.filter((row) => meanClaim(row, measure, algorithm.claims) === claim))
        .map((share) => meanVerdict(share, measure))
      const violations = judged.filter(({ verdict }) => verdict === 'violated')
      return {
        algorithm,
        claim,
        judged: judged
          .filter(({ verdict }) => verdict === 'held' || verdict === 'violated')
          .map(({ row }) => row),
        applied: judged.filter(({ verdict }) => verdict !== null).length,
        held: judged.filter(({ verdict }) => verdict === 'held').length,
        violations: violations.map(({ row }) => row),
        extreme: isChecked(claim)
          ? extreme(
              rows.filter((row) => shows(row, claim)),
              measure,
            )
          : null,
        consistent: means.filter((verdict) => verdict === 'consistent').length,
        inconsistent: means.filter((verdict) => verdict === 'inconsistent').length,
      }
    })
  })
}
