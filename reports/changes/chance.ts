import { tTail } from '../statistics/student-t.ts'
import { pairedMean, unpairedMean } from './estimate.ts'

/** Two samples of a cost, and whether they are from the same instances, in the same order. */
interface Samples {
  readonly before: readonly number[]
  readonly now: readonly number[]
  readonly paired: boolean
}

/**
 * How likely costs differ by so much, in either direction, if what they tend to differs by the factor 1 + `threshold`
 * and no more; null for single values. By Student's t on logarithms, or on the costs themselves where some are 0.
 */
export function chanceOf({ before, now, paired }: Samples, threshold: number): number | null {
  const isZero = [...before, ...now].some((cost) => cost <= 0)
  const level = (costs: readonly number[], factor: number) =>
    costs.map((cost) => (isZero ? factor * cost : Math.log(factor) + Math.log(cost)))
  const estimate = paired ? pairedMean : unpairedMean
  const factor = 1 + threshold
  const beyond = ([less, more]: readonly (readonly number[])[]): number | null => {
    const { mean, error, degrees } = estimate(level(more!, 1), level(less!, factor))
    if (error === null) return null
    return error === 0 ? Number(!(mean > 0)) : tTail(mean / error, degrees)
  }
  const [rise, fall] = [beyond([before, now]), beyond([now, before])]
  if (rise === null || fall === null) return null
  const chance = Math.min(1, 2 * Math.min(rise, fall))
  return paired || (varies(before) && varies(now)) ? chance : Math.max(chance, extremeSplit(before, now))
}

const varies = (costs: readonly number[]): boolean => costs.some((cost) => cost !== costs[0])

/**
 * The least that a permutation test can give, 2 / C(a + b, a): samples that happen not to vary do not show that nothing
 * varies.
 */
function extremeSplit(before: readonly number[], now: readonly number[]): number {
  let ways = 1
  for (let i = 1; i <= now.length; i++) ways *= (before.length + i) / i
  return Math.min(1, 2 / ways)
}
