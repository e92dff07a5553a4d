import type { Random } from '../../engine/index.ts'

/** The costs of all places in the logarithm, and how far chance may have moved them. */
export interface Observed {
  /** The mean of the logarithms, by place. */
  readonly level: Float64Array
  /** The weight of each in a fit: the inverse of its variance, or of `variance` times it where errors were widened. */
  readonly weights: Float64Array
  /** 0 where nothing varies. */
  readonly variance: number
  /** Degrees of freedom of the estimate of the errors: few mean that it is poor. */
  readonly degrees: number
  /** The residuals to draw from, about 0 and of mean square 1; empty where nothing varies. */
  readonly pool: Float64Array
  /** How many draws make up each level. */
  readonly counts: readonly number[]
  /** Whether the errors come from the distances of the levels from a smooth curve, not from replicates. */
  readonly systematic: boolean
}

/** The spread at each size counts as if so many degrees of freedom of the common spread were added to its own. */
const priorDegrees = 5

/** What replicates alone tell: the spread at each place, drawn towards what it is over all places. */
export function observe(logs: readonly (readonly number[])[]): Observed {
  const counts = logs.map((values) => values.length)
  const level = Float64Array.from(logs, mean)
  const squares = logs.map((values, s) => values.reduce((sum, x) => sum + (x - level[s]!) ** 2, 0))
  const degrees = counts.reduce((sum, count) => sum + count - 1, 0)
  const common = degrees === 0 ? 0 : squares.reduce((a, b) => a + b, 0) / degrees
  // The logarithm of a cost that is the same in every replicate still has the rounding of sums.
  if (common < 1e-20)
    return {
      level,
      weights: new Float64Array(logs.length).fill(1),
      variance: 0,
      degrees: 0,
      pool: new Float64Array(),
      counts,
      systematic: false,
    }
  const spread = squares.map(
    (square, s) => (square + priorDegrees * common) / (counts[s]! - 1 + priorDegrees),
  )
  const pool = logs.flatMap((values, s) =>
    values.length < 2
      ? []
      : values.map(
          (x) => ((x - level[s]!) / Math.sqrt(spread[s]!)) * Math.sqrt(counts[s]! / (counts[s]! - 1)),
        ),
  )
  const weights = Float64Array.from(spread, (variance, s) => counts[s]! / variance)
  return { level, weights, variance: 1, degrees, pool: standardised(pool), counts, systematic: false }
}

/**
 * The same with errors that also explain the distances of the levels from a smooth curve, which had `free` degrees of
 * freedom (Birge's ratio). What replicates do not explain of them is systematic: a staircase, a term that no class
 * has. Without a spread among replicates the distances are all that is known of the errors.
 */
export function widened(observed: Observed, distances: Float64Array, free: number): Observed {
  const { weights, variance, counts } = observed
  const scaled = Array.from(distances, (distance, s) => distance * Math.sqrt(weights[s]!))
  const ratio = scaled.reduce((sum, x) => sum + x * x, 0) / free
  if (variance > 0 && Math.sqrt(ratio) <= 1 + 2 * Math.sqrt(2 / free))
    return { ...observed, variance: Math.max(1, ratio) }
  return {
    ...observed,
    variance: ratio,
    degrees: free,
    pool: standardised(scaled),
    counts: counts.map(() => 1),
    systematic: true,
  }
}

/** From so many degrees of freedom on, the spread is as good as known. */
const manyDegrees = 60
/** The mean of more draws than this is drawn as that of so many, scaled: its tails are a little too heavy, if anything. */
const mostDraws = 4

/** Draws the levels as another sweep might have shown them, into `target`. */
export function redraw(observed: Observed, random: Random, target: Float64Array): void {
  const { level, weights, variance, pool, counts, degrees } = observed
  target.set(level)
  if (pool.length === 0) return
  // As in Student's t: the estimate of the errors has an error of its own.
  const stretch = degrees >= manyDegrees ? 1 : Math.sqrt(degrees / chiSquared(random, degrees))
  for (let s = 0; s < level.length; s++) {
    const draws = Math.min(mostDraws, counts[s]!)
    let sum = 0
    for (let i = 0; i < draws; i++) sum += pool[random.integer(pool.length)]!
    target[s] = level[s]! + stretch * Math.sqrt(variance / (weights[s]! * draws)) * sum
  }
}

/** A draw of the χ² distribution; from ten degrees of freedom on by the cube of a normal number (Wilson & Hilferty). */
function chiSquared(random: Random, degrees: number): number {
  if (degrees >= 10) {
    const variance = 2 / (9 * degrees)
    return degrees * (1 - variance + Math.sqrt(variance) * normal(random)) ** 3
  }
  let sum = 0
  for (let i = 0; i < degrees; i++) sum += normal(random) ** 2
  return sum
}

/** A standard normal number (Box & Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random.uniformPositive())) * Math.cos(2 * Math.PI * random.uniform())

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Shifted to mean 0 and scaled to mean square 1; empty if nothing varies. */
function standardised(values: readonly number[]): Float64Array {
  const average = mean(values)
  const rms = Math.sqrt(mean(values.map((x) => (x - average) ** 2)))
  return rms > 1e-12 ? Float64Array.from(values, (x) => (x - average) / rms) : new Float64Array()
}
