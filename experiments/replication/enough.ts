import { mean, sampleStandardDeviation } from 'simple-statistics'
import { meanInterval } from '../../engine/index.ts'
import type { UntilCi } from '../cell/index.ts'

/** What a run of a group has cost; null if it did not come to its end. */
export type Cost = { readonly messages: number; readonly time: number } | null

/**
 * How many replicates of a group there are to be, when it has these, in their order: no more if the 95% confidence
 * intervals of its mean messages and of its mean time are both narrower than the wanted fraction of the mean, or if
 * there are no two runs to make a mean of. Otherwise as many as it takes if the spread stays what it is, but at least a
 * tenth more and at most twice as many, since the spread is only an estimate. Depends on nothing but the costs.
 */
export function replicatesWanted(costs: readonly Cost[], { fraction }: UntilCi, most: number): number {
  const complete = costs.filter((cost) => cost !== null)
  if (complete.length < 2) return costs.length
  const widths = (['messages', 'time'] as const).map((measure) =>
    relativeWidth(complete.map((cost) => cost[measure])),
  )
  // An interval shrinks with the root of the number of runs.
  const factor = (Math.max(...widths) / fraction) ** 2
  if (factor <= 1) return costs.length
  const wanted = Math.max(Math.ceil(1.1 * costs.length), Math.ceil(factor * costs.length))
  return Math.min(most, 2 * costs.length, wanted)
}

/** The width of the confidence interval as a fraction of the mean. */
function relativeWidth(values: readonly number[]): number {
  // Sorted, as for summary.csv, so that both sums round alike.
  const sorted = Float64Array.from(values).sort() as unknown as number[]
  const average = mean(sorted)
  const { low, high } = meanInterval(average, sampleStandardDeviation(sorted), values.length)
  return high === low ? 0 : (high - low) / Math.abs(average)
}
