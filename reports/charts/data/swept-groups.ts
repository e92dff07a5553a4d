import type { Measure } from '../../../engine/index.ts'
import { groupBy } from '../../group-by.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import { keyWithout } from './key-without.ts'
import { type Quantity, sizeQuantity } from './quantity.ts'

/** The groups that differ from others in what lies along the axis, with all else alike. */
export function sweptGroups(
  { groups }: Pick<Results, 'groups'>,
  measure: Measure,
  x: Quantity = sizeQuantity,
): Group[] {
  const measured = ({ complete }: Group) => valuesOf(complete, measure).length > 0
  const family = ({ key }: Group) =>
    x.swept?.parameter ? JSON.stringify(keyWithout(key, [x.swept])) : JSON.stringify({ ...key, n: undefined })
  const placed = groups.filter((group) => measured(group) && x.of(group) !== null)
  const families = groupBy(placed, family)
  const places = (group: Group) => new Set((families.get(family(group)) ?? []).map(x.of)).size
  return groups.filter((group) => x.of(group) !== null && places(group) > 1)
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
