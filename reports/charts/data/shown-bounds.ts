import type { Measure } from '../../../engine/index.ts'
import type { Manifest, Row } from '../../../experiments/cell/index.ts'
import { groupBy } from '../../group-by.ts'
import { isUpper } from '../../statistics/bounds.ts'
import { shownClaimOf, shownOf } from '../../statistics/row-claims.ts'
import { boundLabel } from '../../wording/claim-text.ts'

/** A bound over n, as the rows show it. */
export interface ShownBound {
  readonly label: string
  readonly points: readonly { readonly n: number; readonly value: number }[]
}

/** The claims that bound every execution from above, each at the sizes whose rows show it. */
export function shownBounds(rows: readonly Row[], measure: Measure, manifest: Manifest): ShownBound[] {
  const claims = manifest.algorithms.find(({ name }) => name === rows[0]?.algorithm)?.claims ?? []
  const byClaim = groupBy(rows, (row) => shownOf(row, measure)?.claim ?? '')
  return [...byClaim.values()].flatMap((members) => {
    const claim = shownClaimOf(members[0]!, measure, claims)
    if (claim === undefined || !isUpper(claim)) return []
    const points = [...groupBy(members, ({ n }) => String(n)).values()].flatMap((same) => {
      const values = same.flatMap((row) => shownOf(row, measure)?.bound ?? [])
      return values.length === 0 ? [] : { n: same[0]!.n, value: Math.max(...values) }
    })
    return [{ label: boundLabel(claim), points: points.sort((a, b) => a.n - b.n) }]
  })
}

/** The lower bounds that hold for every algorithm, at the sizes where a proof has been run against the algorithm. */
export function lowerBounds(rows: readonly Row[], measure: Measure): ShownBound[] {
  if (measure !== 'messages') return []
  const proved = rows.filter(({ evidence }) => evidence === 'forced')
  return [...groupBy(proved, ({ extra }) => String(extra.lower_bound_theorem))].map(([theorem, members]) => {
    const values = new Map(members.map(({ n, extra }) => [n, extra.lower_bound as number]))
    const points = [...values].map(([n, value]) => ({ n, value })).sort((a, b) => a.n - b.n)
    return { label: `≥ ${theorem}`, points }
  })
}
