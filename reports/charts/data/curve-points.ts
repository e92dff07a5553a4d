import { groupBy } from '../../group-by.ts'
import { describe, quantile } from '../../statistics/describe.ts'
import type { Group } from '../../statistics/groups.ts'
import { type ChartPlan, labelIn } from './chart-plan.ts'
import { costliest, type Measured, valuesIn } from './observations.ts'

/** One point of a curve: the runs of one group. */
export interface Spot {
  readonly panel: string
  readonly series: string
  readonly n: number
  readonly median: number
  /** The ends of the band. */
  readonly low: number
  readonly high: number
  /** The number of the costliest run's row. */
  readonly row: number | null
}

/** A single run, as a point of its own. */
export interface Run {
  readonly panel: string
  readonly series: string
  readonly n: number
  readonly value: number
  /** The number of its row. */
  readonly row: number | null
}

/** With more runs than this their points are left out, since they would hide each other. */
const pointsMax = 4000

/** The point of a curve that stands for the values of a group. */
export function spot(plan: ChartPlan, group: Group, measured: readonly Measured[], quantiles: boolean): Spot {
  const values = valuesIn(measured)
  const { median, min, max } = describe(values)!
  return {
    panel: labelIn(plan, group, plan.panel),
    series: labelIn(plan, group, plan.colour),
    n: plan.x.of(group)!,
    median,
    low: quantiles ? quantile(values, 0.025) : min,
    high: quantiles ? quantile(values, 0.975) : max,
    row: costliest(measured),
  }
}

/** The single runs, each value once; none at all if there are too many to be told apart. */
export function singleRuns(plan: ChartPlan, measured: (group: Group) => readonly Measured[]): Run[] {
  const points = plan.groups.flatMap((group) =>
    [...groupBy(measured(group), ({ value }) => String(value)).values()].map(([one]) => ({
      panel: labelIn(plan, group, plan.panel),
      series: labelIn(plan, group, plan.colour),
      n: plan.x.of(group)!,
      ...one!,
    })),
  )
  return points.length > pointsMax ? [] : points
}
