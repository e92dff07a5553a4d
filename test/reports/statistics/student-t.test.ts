import assert from 'node:assert/strict'
import { test } from 'node:test'
import { studentT975 } from '../../../engine/statistics/student-t.ts'
import { tQuantile975, tTail } from '../../../reports/statistics/student-t.ts'

const near = (actual: number, wanted: number, tolerance = 1e-9) =>
  assert.ok(Math.abs(actual - wanted) <= tolerance * Math.max(1e-3, wanted), `${actual} is not ${wanted}`)

test('the tail is that of the distributions with a closed form: of one, two and many degrees of freedom', () => {
  for (const t of [-3, 0, 0.5, 2, 12]) {
    // Cauchy's distribution; for two degrees, 1/2 − t / (2 √(2 + t²)).
    near(tTail(t, 1), 0.5 - Math.atan(t) / Math.PI)
    near(tTail(t, 2), 0.5 - t / (2 * Math.sqrt(2 + t * t)))
  }
  // The normal quantile 1.959964.
  near(tTail(1.959964, 1e7), 0.025, 1e-5)
})

test('the tail is the integral of the density, for degrees that are not whole too', () => {
  // With u = t + tan θ the integral from t on is over a finite range; Simpson's rule, scaled by the whole integral.
  const density = (u: number, degrees: number) => (1 + (u * u) / degrees) ** (-(degrees + 1) / 2)
  const upward = (t: number, degrees: number) => {
    const steps = 20_000
    const at = (i: number) => {
      const theta = (i * Math.PI) / 2 / steps
      return i === steps ? 0 : density(t + Math.tan(theta), degrees) / Math.cos(theta) ** 2
    }
    let sum = 0
    for (let i = 0; i <= steps; i++) sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * at(i)
    return sum
  }
  for (const degrees of [1.3, 2.5, 7.77, 40.4])
    for (const t of [0.3, 1.7, 4])
      near(tTail(t, degrees), upward(t, degrees) / (2 * upward(0, degrees)), 1e-4)
})

test('the quantile agrees with tables and with the one for whole degrees', () => {
  near(tQuantile975(4), 2.776445, 1e-6)
  near(tQuantile975(30), 2.042272, 1e-6)
  for (const degrees of [1, 2, 3, 9, 100]) near(tQuantile975(degrees), studentT975(degrees), 1e-8)
})
