import { groupBy } from '../../group-by.ts'
import type { Group } from '../../statistics/groups.ts'
import type { Quantity } from './quantity.ts'

/**
 * The groups that a chart over a quantity is made of. Where it differs from run to run, as the eccentricity of the root
 * does, runs of all sizes with the same value of it are one group, whatever else is random about them.
 */
export function byValue(groups: readonly Group[], { swept, ofRow }: Quantity): readonly Group[] {
  if (swept !== null) return groups
  const families = groupBy(groups, ({ key }) => JSON.stringify({ ...key, n: undefined }))
  return [...families.values()].flatMap((members) =>
    [
      ...groupBy(
        members.flatMap(({ complete }) => complete),
        (row) => String(ofRow(row)),
      ).values(),
    ].map((rows): Group => ({ ...members[0]!, rows, complete: rows })),
  )
}
