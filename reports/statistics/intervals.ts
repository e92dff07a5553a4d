import { Streams } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/manifest.ts'
import { type Bootstrapped, bootstrap } from './bootstrap.ts'
import { type Group, groupColumns, valuesOf } from './groups.ts'
import type { ShownMeasure } from './row-claims.ts'

const found = new WeakMap<Group, Partial<Record<ShownMeasure, Bootstrapped | null>>>()

/**
 * The bootstrap intervals of a cost of a group, null if too few of its runs have one. They are drawn from the stream of
 * the experiment's seed that has the name of the group and the measure: another group more changes no interval.
 */
export function intervalsOf(
  { experiment }: Manifest,
  group: Group,
  measure: ShownMeasure,
): Bootstrapped | null {
  let intervals = found.get(group)
  if (intervals === undefined) found.set(group, (intervals = {}))
  if (intervals[measure] === undefined) {
    const columns = groupColumns.filter((column) => column !== 'experiment')
    const name = JSON.stringify([measure, ...columns.map((column) => group.key[column])])
    const stream = new Streams(experiment.seed).stream(`bootstrap ${name}`)
    intervals[measure] = bootstrap(valuesOf(group.complete, measure), stream)
  }
  return intervals[measure]
}
