import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describe, quantile } from '../../../reports/statistics/describe.ts'
import fc from '../../helpers/property.ts'

const near = (actual: number | null, wanted: number, tolerance = 1e-9) =>
  assert.ok(actual !== null && Math.abs(actual - wanted) <= tolerance, `${actual} is not ${wanted}`)

test('the sample 1, 2, 3, 4, 10 has mean 4, quartiles 2, 3, 4 and the interval 4 ± 4.39', () => {
  // By hand: squared deviations 9 + 4 + 1 + 0 + 36 = 50, variance 50/4 = 12.5; t for 4 degrees is 2.776445;
  // half width 2.776445 · √12.5 / √5 = 2.776445 · √2.5 = 4.389945.
  const d = describe([10, 2, 3, 1, 4])!
  assert.deepEqual([d.count, d.mean, d.min, d.q1, d.median, d.q3, d.max], [5, 4, 1, 2, 3, 4, 10])
  near(d.sd, Math.sqrt(12.5))
  near(d.interval!.low, 4 - 4.389945, 1e-6)
  near(d.interval!.high, 4 + 4.389945, 1e-6)
})

test('one value has no spread and no interval, none has no description', () => {
  const d = describe([7])!
  assert.deepEqual([d.mean, d.sd, d.interval, d.q1, d.max], [7, null, null, 7, 7])
  assert.equal(describe([]), null)
})

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 })

test('order statistics ascend, the interval contains the mean, and the order of the sample is immaterial', () => {
  fc.assert(
    fc.property(samples, (values) => {
      const d = describe(values)!
      const ordered = [d.min, d.q1, d.median, d.q3, d.max]
      assert.deepEqual(
        ordered,
        [...ordered].sort((a, b) => a - b),
      )
      assert.ok(d.interval!.low <= d.mean && d.mean <= d.interval!.high)
      assert.deepEqual(describe([...values].reverse()), d)
    }),
  )
})

test('a sample stretched and shifted has its description stretched and shifted', () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99 }), (values, a, b) => {
      const d = describe(values)!
      const moved = describe(values.map((value) => a * value + b))!
      const slack = 1e-6 * Math.max(1, d.max) * a
      near(moved.mean, a * d.mean + b, slack)
      near(moved.median, a * d.median + b, slack)
      near(moved.sd, a * d.sd!, slack)
      near(moved.interval!.high, a * d.interval!.high + b, slack)
    }),
  )
})

test('quantile p of 0, 1, …, k is p·k', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (k, p) => {
      near(
        quantile(
          Array.from({ length: k + 1 }, (_, i) => k - i),
          p,
        ),
        p * k,
      )
    }),
  )
})
