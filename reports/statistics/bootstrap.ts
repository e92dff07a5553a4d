import { errorFunction, probit, quantile } from 'simple-statistics'
import type { Random } from '../../engine/index.ts'
import { type Interval, meanInterval } from '../../experiments/replication/mean-interval.ts'

/** How often a sample is drawn again, with replacement. */
export const resamples = 1000

/** Fewer values than this say too little of a distribution for drawing from them again to make sense. */
export const leastForBootstrap = 5

/** What resampling says, each with a nominal confidence of 95%. */
export interface Bootstrapped {
  /** Bias-corrected and accelerated (Efron 1987), widened for small samples (Hesterberg 2015). */
  readonly mean: Interval
  /** Between the 2.5% and the 97.5% quantile of the resampled medians. */
  readonly median: Interval
}

/**
 * Bootstrap confidence intervals for the mean and the median of the distribution that a sample is from; null for fewer
 * than five values. The same stream gives the same intervals, whatever the order of the sample.
 *
 * The percentile interval of a mean is too narrow for small samples and too symmetric for skewed ones. BCa corrects the
 * second, and the first goes away when its normal quantile z is replaced by t·√(k/(k − 1)), with t of Student's
 * distribution for the k values. The acceleration of a median cannot be had from a jackknife, but its percentile
 * interval is good as it is.
 */
export function bootstrap(values: ArrayLike<number>, stream: Random): Bootstrapped | null {
  const count = values.length
  if (count < leastForBootstrap) return null
  const sorted = Float64Array.from(values).sort()
  // What never varies is the same in every resample.
  if (sorted[0] === sorted[count - 1]) {
    const only = { low: sorted[0]!, high: sorted[0]! }
    return { mean: only, median: only }
  }
  const { means, medians } = resample(sorted, stream)
  return { mean: bcaInterval(sorted, means), median: between(medians, 0.025, 0.975) }
}

/** The mean and the median of each resample. */
function resample(
  sorted: Float64Array,
  stream: Random,
): { readonly means: Float64Array; readonly medians: Float64Array } {
  const count = sorted.length
  const means = new Float64Array(resamples)
  const medians = new Float64Array(resamples)
  const times = new Int32Array(count)
  for (let round = 0; round < resamples; round++) {
    let sum = 0
    times.fill(0)
    for (let i = 0; i < count; i++) {
      const drawn = stream.integer(count)
      sum += sorted[drawn]!
      times[drawn]!++
    }
    means[round] = sum / count
    medians[round] = medianOf(sorted, times)
  }
  return { means, medians }
}

/** The median of a resample, in which each value stands so many times. */
function medianOf(sorted: Float64Array, times: Int32Array): number {
  const lower = (sorted.length - 1) >> 1
  const upper = sorted.length >> 1
  let seen = 0
  let i = -1
  while (seen <= lower) seen += times[++i]!
  const low = sorted[i]!
  while (seen <= upper) seen += times[++i]!
  return (low + sorted[i]!) / 2
}

function bcaInterval(sorted: Float64Array, means: Float64Array): Interval {
  const count = sorted.length
  const average = sorted.reduce((sum, value) => sum + value, 0) / count
  let squares = 0
  let cubes = 0
  for (const value of sorted) {
    squares += (value - average) ** 2
    cubes += (value - average) ** 3
  }
  const acceleration = cubes / (6 * squares ** 1.5)
  const bias = probit(shareBelow(means, average))
  // t / √count is the half width of the interval of a mean whose standard deviation is 1.
  const z = (meanInterval(0, 1, count).high * count) / Math.sqrt(count - 1)
  const at = (quantile: number) => {
    const moved = bias + quantile
    return normalProbability(bias + moved / (1 - acceleration * moved))
  }
  return between(means, at(-z), at(z))
}

/** Which share of the values is below the limit; equal ones count half, and neither 0 nor 1 is certain. */
function shareBelow(values: Float64Array, limit: number): number {
  const slack = 1e-12 * Math.abs(limit)
  let below = 0
  for (const value of values)
    if (value < limit - slack) below++
    else if (value <= limit + slack) below += 0.5
  return Math.min(Math.max(below, 0.5), values.length - 0.5) / values.length
}

/** P(Z ≤ z) for a standard normal Z. */
const normalProbability = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2

/** From one quantile to another. */
function between(values: Float64Array, p: number, q: number): Interval {
  const [low, high] = quantile(values as unknown as number[], [p, q])
  return { low: low!, high: high! }
}
