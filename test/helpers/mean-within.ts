import assert from 'node:assert/strict'

/** The 99.5% point of the normal distribution. */
const z = 2.5758

/** Asserts that the 99% interval of the mean of a large sample contains what is expected. */
export function assertMeanIs(sample: readonly number[], expected: number, what: string): void {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length
  const variance = sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sample.length - 1)
  const half = z * Math.sqrt(variance / sample.length)
  assert.ok(Math.abs(mean - expected) <= half, `${what}: ${mean} ± ${half}, expected ${expected}`)
}
