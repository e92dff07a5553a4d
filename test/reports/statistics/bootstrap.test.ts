import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Random, Streams } from '../../../engine/index.ts'
import { studentT975 } from '../../../engine/statistics/student-t.ts'
import { bootstrapMean, bootstrapMedian, resamples } from '../../../reports/statistics/bootstrap.ts'
import fc from '../../helpers/property.ts'
import { range } from '../../helpers/samples.ts'

const bootstrap = (values: readonly number[], seed: number) => ({
  mean: bootstrapMean(values, seed)!,
  median: bootstrapMedian(values, seed)!,
})
const near = (actual: number, wanted: number, tolerance = 1e-9) =>
  assert.ok(
    Math.abs(actual - wanted) <= tolerance * Math.max(1, Math.abs(wanted)),
    `${actual} is not ${wanted}`,
  )

test('fewer than five values have no bootstrap interval; values that never vary have themselves', () => {
  assert.deepEqual(bootstrap([1, 2, 3, 4], 2004), { mean: null, median: null })
  const only = { low: 17, high: 17 }
  assert.deepEqual(bootstrap([17, 17, 17, 17, 17], 2004), { mean: only, median: only })
})

test('the interval of the mean of five values is that by Student’s t', () => {
  // Mean 3 and variance 10/4 of 1 … 5; t for 4 degrees of freedom is 2.77645: 3 ± 2.77645 · √(2.5 / 5) = 3 ± 1.96324.
  const { mean } = bootstrap([5, 1, 4, 3, 2], 2004)
  near(mean.low, 3 - 1.96324, 1e-5)
  near(mean.high, 3 + 1.96324, 1e-5)
})

test('the interval of the median of five values reaches from the smallest to the largest', () => {
  // By hand: the median of a resample is the smallest value if at least three of the five draws are:
  // 10 · 0.2³ · 0.8² + 5 · 0.2⁴ · 0.8 + 0.2⁵ = 0.0579, more than the 2.5% that are cut off at each end.
  assert.deepEqual(bootstrap([5, 1, 40, 3, 2], 2004).median, { low: 1, high: 40 })
})

test('the interval of the median of 15 values reaches from the fourth to the twelfth', () => {
  // By hand: P(median ≤ k-th smallest) = P(Bin(15, k/15) ≥ 8) is 0.0018, 0.0135, … for k = 3, 4, 5: 0.0042, 0.0273, 0.0882.
  const tail = (k: number) => {
    let sum = 0
    for (let i = 8; i <= 15; i++) sum += choose(15, i) * (k / 15) ** i * (1 - k / 15) ** (15 - i)
    return sum
  }
  const first = range(15).findIndex((k) => tail(k + 1) > 0.025) + 1
  const { low, high } = bootstrap(range(15), 2004).median
  assert.ok(Math.abs(low - (first - 1)) <= 1 && Math.abs(high - (15 - first)) <= 1, `${low} ${high} ${first}`)
})

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)

/** The same by the definitions: whole resamples sorted, a jackknife, and Φ summed by Simpson's rule. */
function literal(values: readonly number[], source: Random) {
  const sorted = [...values].sort((a, b) => a - b)
  const n = sorted.length
  const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length
  const drawn = range(resamples).map(() => range(n).map(() => sorted[source.integer(n)]!))
  const ascending = (all: number[]) => all.sort((a, b) => a - b)
  const means = ascending(drawn.map(mean))
  const medians = ascending(
    drawn.map((all) => {
      const own = ascending([...all])
      return (own[(n - 1) >> 1]! + own[n >> 1]!) / 2
    }),
  )
  const left = sorted.map((_, i) => mean(sorted.filter((__, j) => j !== i)))
  const deviations = left.map((one) => mean(left) - one)
  const power = (p: number) => deviations.reduce((sum, d) => sum + d ** p, 0)
  const acceleration = power(3) / (6 * power(2) ** 1.5)
  const average = mean(sorted)
  const bias = inverse(means.reduce((sum, m) => sum + (m < average ? 1 : 0), 0) / resamples)
  const z = studentT975(n - 1) * Math.sqrt(n / (n - 1))
  const at = (all: readonly number[], p: number) => {
    const place = p * (all.length - 1)
    const below = Math.floor(place)
    return all[below]! + (place - below) * ((all[below + 1] ?? all[below]!) - all[below]!)
  }
  const bca = (q: number) => at(means, normal(bias + (bias + q) / (1 - acceleration * (bias + q))))
  return {
    mean: { low: bca(-z), high: bca(z) },
    median: { low: at(medians, 0.025), high: at(medians, 0.975) },
  }
}

function normal(z: number): number {
  const steps = 2000
  let sum = 0
  for (let i = 0; i <= steps; i++)
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-(((i * z) / steps) ** 2 / 2))
  return 0.5 + (sum * z) / (3 * steps) / Math.sqrt(2 * Math.PI)
}

function inverse(p: number): number {
  let [low, high] = [-6, 6]
  for (let i = 0; i < 60; i++)
    if (normal((low + high) / 2) < p) low = (low + high) / 2
    else high = (low + high) / 2
  return low
}

test('the intervals are those of the definitions, computed the long way', () => {
  for (const [i, values] of [
    [3.1, 1.2, 8.8, 2.7, 2.9, 4.4, 1.9, 30.5],
    range(12).map((k) => 1.7 ** k + k),
    range(25).map((k) => Math.sin(7 * k) + 3),
  ].entries()) {
    const found = bootstrap(values, i)
    const wanted = literal(values, new Streams(i).stream('bootstrap', values.length))
    assert.deepEqual(found.median, wanted.median)
    // The inverse of Φ is good to three digits, which moves the quantile by less than one resample in a thousand.
    const spread = wanted.mean.high - wanted.mean.low
    assert.ok(Math.abs(found.mean.low - wanted.mean.low) <= 0.005 * spread, `${found.mean.low}`)
    assert.ok(Math.abs(found.mean.high - wanted.mean.high) <= 0.005 * spread, `${found.mean.high}`)
  }
})

const samples = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 30 })

test('an interval lies within the sample, does not depend on its order, and moves and stretches with it', () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99 }), (values, a, b) => {
      const { mean, median } = bootstrap(values, 2004)
      // The interval of five values, which is Student's t, may reach beyond them.
      for (const { low, high } of values.length > 5 ? [mean, median] : [median])
        assert.ok(Math.min(...values) <= low && low <= high && high <= Math.max(...values))
      assert.deepEqual(bootstrap(values.toReversed(), 2004), { mean, median })
      const moved = bootstrap(
        values.map((value) => a * value + b),
        2004,
      )
      near(moved.median.low, a * median.low + b)
      near(moved.median.high, a * median.high + b)
      near(moved.mean.low, a * mean.low + b, 1e-6)
      near(moved.mean.high, a * mean.high + b, 1e-6)
    }),
    { numRuns: 40 },
  )
})

/** How often of 500 samples the intervals contain what they are about. */
function coverage(count: number, draw: (source: Random) => number, mean: number, median: number) {
  const hits = { mean: 0, median: 0 }
  const source = new Streams(2004).stream('coverage')
  for (let round = 0; round < 500; round++) {
    const found = bootstrap(
      range(count).map(() => draw(source)),
      2004,
    )
    if (found.mean.low <= mean && mean <= found.mean.high) hits.mean++
    if (found.median.low <= median && median <= found.median.high) hits.median++
  }
  return { mean: hits.mean / 500, median: hits.median / 500 }
}

const gaussian = (source: Random) =>
  Math.sqrt(-2 * Math.log(source.uniformPositive())) * Math.cos(2 * Math.PI * source.uniform())

test('from ten values on, the intervals contain the true mean and median about as often as they say', () => {
  // With 500 samples, the observed share of 95% intervals is within 3 percentage points of it with probability 0.998.
  for (const count of [10, 30])
    for (const [name, least, draw, mean, median] of [
      ['normal', 0.91, gaussian, 0, 0],
      ['uniform', 0.91, (source: Random) => source.uniform(), 0.5, 0.5],
      ['exponential', 0.89, (source: Random) => -Math.log(source.uniformPositive()), 1, Math.LN2],
    ] as const) {
      const found = coverage(count, draw, mean, median)
      assert.ok(found.mean >= least && found.mean <= 0.99, `${name}, ${count}: mean ${found.mean}`)
      assert.ok(found.median >= 0.9 && found.median <= 0.99, `${name}, ${count}: median ${found.median}`)
    }
})
