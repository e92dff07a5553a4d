import { groupBy } from '../../group-by.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'

/** The groups whose topology and setting were swept over several sizes. */
export function sweptGroups({ groups }: Results, measure: ShownMeasure): Group[] {
  const measured = ({ complete }: Group) => valuesOf(complete, measure).length > 0
  const families = groupBy(groups.filter(measured), familyOf)
  return groups.filter((group) => (families.get(familyOf(group))?.length ?? 0) > 1)
}

/** The groups of the given size; where none is given, those of the largest size of each topology and setting. */
export function ofSize(groups: readonly Group[], n: number | undefined): Group[] {
  if (n !== undefined) return groups.filter(({ key }) => key.n === n)
  return [...groupBy(groups, familyOf).values()].map((members) =>
    members.reduce((a, b) => (b.key.n > a.key.n ? b : a)),
  )
}

/** What groups have in common that differ in their size only. */
const familyOf = ({ key: { n: _, ...rest } }: Group): string => JSON.stringify(rest)
