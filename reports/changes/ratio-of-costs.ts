import type { Interval } from '../../engine/index.ts'
import { describe } from '../statistics/describe.ts'

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
export function pairedRatio(before: readonly number[], now: readonly number[]): CostRatio {
  if ([...before, ...now].some((cost) => cost <= 0)) return ratioOfSums(before, now)
  const { mean, interval } = describe(now.map((cost, i) => Math.log(cost / before[i]!)))!
  return exponential(mean, interval)
}

/** From samples that share no instances. */
export function unpairedRatio(before: readonly number[], now: readonly number[]): CostRatio {
  if ([...before, ...now].some((cost) => cost <= 0)) return ratioOfSums(before, now)
  const [a, b] = [before, now].map((costs) => describe(costs.map(Math.log))!)
  const mean = b!.mean - a!.mean
  if (a!.interval === null || b!.interval === null) return exponential(mean, null)
  // The errors of both means are independent, so that their half widths add like the sides of a right angle.
  const half = Math.hypot(a!.interval.high - a!.mean, b!.interval.high - b!.mean)
  return exponential(mean, { low: mean - half, high: mean + half })
}

function exponential(mean: number, interval: Interval | null): CostRatio {
  return {
    ratio: Math.exp(mean),
    interval: interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) },
  }
}

function ratioOfSums(before: readonly number[], now: readonly number[]): CostRatio {
  const mean = (costs: readonly number[]) => costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  const [a, b] = [mean(before), mean(now)]
  return { ratio: a === b ? 1 : b / a, interval: null }
}
