import type { Interval } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'
import { remembered } from '../remembered.ts'
import { bootstrapMean, bootstrapMedian } from './bootstrap.ts'
import { type Group, valuesOf } from './groups.ts'
import type { ShownMeasure } from './row-claims.ts'

/** The bootstrap intervals of a cost of a group; null if too few of its runs have one. */
interface Intervals {
  readonly mean: Interval | null
  readonly median: Interval | null
}

const found = remembered((_: Group): Partial<Record<ShownMeasure, Intervals>> => ({}))

/** They are computed once for all that shows them. */
export function intervalsOf({ experiment }: Manifest, group: Group, measure: ShownMeasure): Intervals {
  const intervals = found(group)
  const values = () => valuesOf(group.complete, measure)
  intervals[measure] ??= {
    mean: bootstrapMean(values(), experiment.seed),
    median: bootstrapMedian(values(), experiment.seed),
  }
  return intervals[measure]
}
