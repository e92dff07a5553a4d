import { mean, sampleStandardDeviation } from 'simple-statistics'
import { meanInterval } from '../../engine/index.ts'
import type { UntilCi } from '../cell/index.ts'
import type { Cost, GroupMeasure } from './cost.ts'

/** Fewer costs than this on one side of the mean say too little of how often such costs come. */
const leastOnEachSide = 3
/**
 * So many costs are enough, whatever side of the mean they are on. By the rule of three, of 150 runs that cost the same
 * it follows with 95% confidence that at most 3 in 150, or 2%, of all runs cost something else.
 */
export const enoughOfOneCost = 150

/**
 * A sample that holds few of the rarer costs by chance has too narrow an interval, and stopping at the first narrow one
 * favours such samples. So the square of the width counts 1 + 5/k times, if k costs are on the rarer side of the mean.
 */
const chanceOfFew = 5

/**
 * How many replicates of a group there are to be, when it has these, in their order: no more if the 95% confidence
 * intervals of its mean messages and of its mean time are both narrower than the wanted fraction of the mean and rest on
 * enough costs on either side of it, or if there are no two runs to make a mean of. Otherwise as many as it takes if the
 * spread stays what it is, but at least a tenth more and at most twice as many, since the spread is only an estimate.
 * Depends on nothing but the costs.
 */
export function replicatesWanted(costs: readonly Cost[], { fraction }: UntilCi, most: number): number {
  const complete = costs.filter((cost) => cost !== null)
  if (complete.length < 2) return costs.length
  const factors = (['messages', 'time'] as const).map((measure: GroupMeasure) => {
    const values = complete.map((cost) => cost[measure])
    const isProved = complete.every(({ exact }) => exact[measure])
    return factorOf(values, isProved, fraction)
  })
  const factor = Math.max(...factors)
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

/** How many times as many runs it takes until the interval is narrow, and enough costs are on either side of the mean. */
function factorOf(values: readonly number[], isProved: boolean, fraction: number): number {
  const rarer = onRarerSide(values)
  const never = rarer === 0
  // An interval shrinks with the root of the number of runs.
  const narrow = never ? 0 : (relativeWidth(values) / fraction) ** 2 * (1 + chanceOfFew / rarer)
  const isSettled = values.length >= enoughOfOneCost || rarer >= leastOnEachSide || (never && isProved)
  if (isSettled) return narrow
  const sides = Math.min(enoughOfOneCost / values.length, leastOnEachSide / Math.max(1, rarer))
  return Math.max(narrow, sides)
}

/** How many of the costs are on that side of their mean on which there are fewer; 0 if they are all the same. */
function onRarerSide(values: readonly number[]): number {
  if (values.every((value) => value === values[0])) return 0
  const average = mean([...values])
  const count = (isThere: (value: number) => boolean) => values.filter(isThere).length
  return Math.min(
    count((value) => value < average),
    count((value) => value > average),
  )
}
