import type { AlgorithmData, ClaimData, Row } from '../../experiments/cell/index.ts'
import type { Results } from './groups.ts'
import { isComplete, shownOf, shows } from './row-claims.ts'
import type { BestEvidence } from './tightness.ts'
import { extreme } from './verdict.ts'

/** Kinds of evidence, from the weakest to the strongest. */
export const evidenceKinds = ['sampled', 'searched', 'forced', 'explored in part', 'exact'] as const

/** The largest measured/claimed that one kind of evidence gives of a claim, and the row that shows it. */
interface EvidenceRatio {
  readonly evidence: BestEvidence
  readonly ratio: number
  readonly row: Row
  /** Whether the claim fails there, by more than rounding. */
  readonly violated: boolean
}

/** How near costs come to a bound from above, by the kind of evidence: at least one, from the weakest on. */
export interface ClaimRatios {
  readonly algorithm: AlgorithmData
  readonly claim: ClaimData
  readonly ratios: readonly EvidenceRatio[]
}

/** Of every exact or upper bound whose value some row shows, in the order of the algorithms and their claims. */
export function claimRatios({ manifest, rows }: Results): ClaimRatios[] {
  return manifest.algorithms.flatMap((algorithm) => {
    const own = rows.filter((row) => row.algorithm === algorithm.name)
    const bounds = algorithm.claims.filter(({ kind }) => kind === 'exactly' || kind === 'at most')
    return bounds.flatMap((claim): ClaimRatios[] => {
      const about = own.filter((row) => shows(row, claim))
      const ratios = evidenceKinds.flatMap((evidence): EvidenceRatio[] => {
        const found = extreme(
          about.filter((row) => evidenceOf(row) === evidence),
          claim.measure,
        )
        if (found === null) return []
        return [{ evidence, ...found, violated: shownOf(found.row, claim.measure)?.verdict === 'violated' }]
      })
      return ratios.length === 0 ? [] : [{ algorithm, claim, ratios }]
    })
  })
}

/** An exploration that was cut short is not exact. */
const evidenceOf = (row: Row): BestEvidence =>
  row.evidence === 'exact' && !isComplete(row) ? 'explored in part' : row.evidence
