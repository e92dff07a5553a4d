import assert from 'node:assert/strict'

/**
 * Fails if the sample does not look drawn from the distribution: if the Kolmogorov–Smirnov statistic exceeds
 * 1.628 / √N, which a true sample does once in a hundred (Kolmogorov 1933), less often if there are atoms.
 */
export function assertDistribution(sample: ArrayLike<number>, cdf: (x: number) => number): void {
  const sorted = Float64Array.from(sample).sort()
  const count = sorted.length
  let statistic = 0
  for (let first = 0, next = 0; first < count; first = next) {
    const x = sorted[first]!
    while (next < count && sorted[next] === x) next++
    // Both one-sided limits: just below x, and at x.
    const below = Math.abs(cdf(x * (1 - 2 ** -40)) - first / count)
    const at = Math.abs(cdf(x) - next / count)
    statistic = Math.max(statistic, below, at)
  }
  const limit = 1.628 / Math.sqrt(count)
  assert.ok(statistic <= limit, `Kolmogorov–Smirnov statistic ${statistic} exceeds ${limit}`)
}
