import type { ClaimData, Manifest } from '../../experiments/manifest.ts'
import type { Row } from '../../experiments/row.ts'
import { groupBy } from '../group-by.ts'
import { meanClaim } from './mean-claim.ts'
import { isComplete, type ShownMeasure, shownClaim } from './shown-claim.ts'

export { isComplete } from './shown-claim.ts'

/** What the runs of one group share: everything but the replicate and the seed. */
export const groupColumns = [
  'experiment',
  'algorithm',
  'timing',
  'topology',
  'n',
  'delay',
  'wakeup',
  'faults',
  'inputs',
] as const

export type GroupKey = Pick<Row, (typeof groupColumns)[number]>

/** The independent repetitions of one point of the sweep. */
export interface Group {
  readonly key: GroupKey
  readonly rows: readonly Row[]
  /** The runs that came to their end; only these have a cost to speak of. */
  readonly complete: readonly Row[]
  /** The claims that its rows show. */
  readonly claims: Readonly<Record<ShownMeasure, ClaimData | null>>
  /** What is claimed of the mean of its runs. */
  readonly means: Readonly<Record<ShownMeasure, ClaimData | null>>
}

/** What a results folder holds, in memory. */
export interface Results {
  readonly manifest: Manifest
  readonly rows: readonly Row[]
  readonly groups: readonly Group[]
}

/** Puts the rows into groups, in order of first appearance. */
export function analyse(rows: readonly Row[], manifest: Manifest): Results {
  const claimsOf = new Map(manifest.algorithms.map(({ name, claims }) => [name, claims]))
  const byKey = groupBy(rows, (row) => JSON.stringify(groupColumns.map((column) => row[column])))
  const groups = [...byKey.values()].map((members): Group => {
    const key = Object.fromEntries(groupColumns.map((column) => [column, members[0]![column]])) as GroupKey
    const claims = claimsOf.get(key.algorithm) ?? []
    return {
      key,
      rows: members,
      complete: members.filter(isComplete),
      claims: {
        messages: shownClaim(members, 'messages', claims),
        time: shownClaim(members, 'time', claims),
      },
      means: {
        messages: meanClaim(members, 'messages', claims),
        time: meanClaim(members, 'time', claims),
      },
    }
  })
  return { manifest, rows, groups }
}

/** The measured values that are there. */
export function valuesOf(rows: readonly Row[], measure: 'messages' | 'time' | 'bits'): number[] {
  return rows.flatMap((row) => row[measure] ?? [])
}
