import type { ClaimData, Manifest, Row } from '../../experiments/cell/index.ts'
import { tightestBound } from './bounds.ts'
import { type Description, describe } from './describe.ts'
import type { Group } from './groups.ts'
import type { ShownMeasure } from './row-claims.ts'

/** Costs over the tightest bounds from above. */
interface Normalised {
  /** The bound; where it differs between the runs, that of the largest ratio. */
  readonly claim: ClaimData
  readonly ratios: Description
  /** The run with the largest ratio. */
  readonly row: Row
}

/** The cost of each finished run of a group over the tightest bound that is known of it; null if none is. */
export function normalised(group: Group, measure: ShownMeasure, manifest: Manifest): Normalised | null {
  const claims = manifest.algorithms.find(({ name }) => name === group.key.algorithm)?.claims ?? []
  const found = group.complete.flatMap((row) => {
    const cost = row[measure]
    const bound = cost === null ? null : tightestBound(row, measure, claims)
    return bound === null || bound.value <= 0 ? [] : [{ row, claim: bound.claim, ratio: cost! / bound.value }]
  })
  const ratios = describe(found.map(({ ratio }) => ratio))
  if (ratios === null) return null
  const { claim, row } = found.find(({ ratio }) => ratio === ratios.max)!
  return { claim, row, ratios }
}
