import { errorFunction, probit, quantile } from 'simple-statistics'
import { type Interval, meanInterval, Streams } from '../../engine/index.ts'
import { describe } from './describe.ts'

/** How often a sample is drawn again, with replacement. */
export const resamples = 2000

/** Fewer values than this say too little of a distribution for drawing from them again to make sense. */
const leastForBootstrap = 5

/** From so many values on, BCa covers the mean at least as often as Student's t; of fewer, t covers it more often. */
const leastForBca = 6

/**
 * A 95% confidence interval of the mean of the distribution that a sample is from: of five values by Student's t, of more
 * by the bootstrap, bias-corrected and accelerated
 * (Efron 1987), widened for small samples (Hesterberg 2015); null for fewer than five values. The order of the sample is
 * immaterial. Samples of equal size are drawn again by the same random numbers, which depend on the seed and the size
 * alone, so that one more sample changes the interval of no other.
 *
 * The percentile interval of a mean is too narrow for small samples and too symmetric for skewed ones. BCa corrects the
 * second, and the first goes away when its normal quantile z is replaced by t·√(k/(k − 1)), with t of Student's
 * distribution for the k values.
 */
export function bootstrapMean(values: ArrayLike<number>, seed: number): Interval | null {
  const { length: count } = values
  if (count < leastForBootstrap) return null
  const sorted = Float64Array.from(values).sort()
  if (sorted[0] === sorted[count - 1]) return pointAt(sorted[0]!)
  if (count < leastForBca) return describe([...sorted])!.interval
  const { drawn } = planFor(count, seed)
  const means = new Float64Array(resamples)
  for (let round = 0, i = 0; round < resamples; round++) {
    let sum = 0
    for (const end = i + count; i < end; i++) sum += sorted[drawn[i]!]!
    means[round] = sum / count
  }
  return bcaInterval(sorted, means)
}

/**
 * The same of the median: between the 2.5% and the 97.5% quantile of the medians of the resamples. The acceleration of a
 * median cannot be had from a jackknife, but its percentile interval is good as it is.
 */
export function bootstrapMedian(values: ArrayLike<number>, seed: number): Interval | null {
  const { length: count } = values
  if (count < leastForBootstrap) return null
  const sorted = Float64Array.from(values).sort()
  if (sorted[0] === sorted[count - 1]) return pointAt(sorted[0]!)
  const { lower, upper } = planFor(count, seed)
  const medians = new Float64Array(resamples)
  for (let round = 0; round < resamples; round++)
    medians[round] = (sorted[lower[round]!]! + sorted[upper[round]!]!) / 2
  return between(medians, 0.025, 0.975)
}

/** What never varies is the same in every resample. */
const pointAt = (value: number): Interval => ({ low: value, high: value })

/** Which of the sorted values are drawn in each resample, and which are the two in its middle. */
interface Plan {
  readonly seed: number
  readonly drawn: Ranks
  readonly lower: Ranks
  readonly upper: Ranks
}

/** Places in a sorted sample; the narrower array stays in the processor's nearest cache. */
type Ranks = Uint16Array | Uint32Array

/** By size. A sweep has few sizes of groups, unless it stops each at its own precision. */
const plans = new Map<number, Plan>()
const plansMax = 16

function planFor(count: number, seed: number): Plan {
  let plan = plans.get(count)
  if (plan?.seed === seed) return plan
  if (plans.size >= plansMax) plans.clear()
  plan = makePlan(count, seed)
  plans.set(count, plan)
  return plan
}

function makePlan(count: number, seed: number): Plan {
  const stream = new Streams(seed).stream('bootstrap', count)
  const ranks = (length: number): Ranks =>
    count <= 65_536 ? new Uint16Array(length) : new Uint32Array(length)
  const drawn = ranks(resamples * count)
  const lower = ranks(resamples)
  const upper = ranks(resamples)
  for (let round = 0; round < resamples; round++) {
    const resample = drawn.subarray(round * count, (round + 1) * count)
    for (let i = 0; i < count; i++) resample[i] = stream.integer(count)
    const ascending = resample.slice().sort()
    lower[round] = ascending[(count - 1) >> 1]!
    upper[round] = ascending[count >> 1]!
  }
  return { seed, drawn, lower, upper }
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
