import type { Interval } from '../../engine/index.ts'
import { tQuantile975 } from '../statistics/student-t.ts'
import { pairedMean, unpairedMean } from './estimate.ts'

/** How many times as much something costs now as before. */
export interface CostRatio {
  /** Of the geometric means. */
  readonly ratio: number
  /**
   * Its 95% confidence interval, by Student's t on logarithms; null for a single value, and where some costs are 0, so
   * that there is no logarithm.
   */
  readonly interval: Interval | null
}

/** From the costs of the same instances, in the same order. */
export const pairedRatio = (before: readonly number[], now: readonly number[]): CostRatio =>
  ratioBy(pairedMean, before, now)

/** From samples that share no instances; their spreads may differ (Welch 1947). */
export const unpairedRatio = (before: readonly number[], now: readonly number[]): CostRatio =>
  ratioBy(unpairedMean, before, now)

function ratioBy(estimate: typeof pairedMean, before: readonly number[], now: readonly number[]): CostRatio {
  if ([...before, ...now].some((cost) => cost <= 0)) return ratioOfSums(before, now)
  const { mean, error, degrees } = estimate(now.map(Math.log), before.map(Math.log))
  const half = error === null ? null : error === 0 ? 0 : error * tQuantile975(degrees)
  return {
    ratio: Math.exp(mean),
    interval: half === null ? null : { low: Math.exp(mean - half), high: Math.exp(mean + half) },
  }
}

function ratioOfSums(before: readonly number[], now: readonly number[]): CostRatio {
  const mean = (costs: readonly number[]) => costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  const [a, b] = [mean(before), mean(now)]
  return { ratio: a === b ? 1 : b / a, interval: null }
}
