import { distinct, groupBy } from '../group-by.ts'
import type { Group, GroupKey, Results } from '../statistics/groups.ts'

/** What the groups share whose costs are followed as n grows. */
export interface GrowthSetting {
  /** Of one of the groups; in it n, and where networks of several kinds are taken together the topology, mean nothing. */
  readonly key: GroupKey
  /** The kinds of network: one, or all of the sweep. */
  readonly topologies: readonly string[]
  readonly groups: readonly Group[]
}

const circumstances = [
  'algorithm',
  'timing',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'weights',
  'workload',
] as const

/** For each algorithm and its circumstances the kinds of network one by one; then, where there are several, together. */
export function growthSettings({ groups }: Pick<Results, 'groups'>): GrowthSetting[] {
  const byCircumstances = groupBy(groups, ({ key }) =>
    JSON.stringify(circumstances.map((column) => key[column])),
  )
  return [...byCircumstances.values()].flatMap((all) => {
    const single = [...groupBy(all, ({ key }) => key.topology).values()].map(settingOf)
    return single.length > 1 ? [...single, settingOf(all)] : single
  })
}

function settingOf(groups: readonly Group[]): GrowthSetting {
  return { key: groups[0]!.key, topologies: distinct(groups.map(({ key }) => key.topology)), groups }
}
