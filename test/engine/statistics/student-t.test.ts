import assert from 'node:assert/strict'
import { test } from 'node:test'
import { studentT975 } from '../../../engine/statistics/student-t.ts'

const near = (actual: number | null, wanted: number, tolerance = 1e-9) =>
  assert.ok(actual !== null && Math.abs(actual - wanted) <= tolerance, `${actual} is not ${wanted}`)

test("Student's t has the tabulated 97.5% quantiles", () => {
  // Abramowitz & Stegun, table 26.10.
  const table = {
    1: 12.706,
    2: 4.303,
    3: 3.182,
    4: 2.776,
    5: 2.571,
    9: 2.262,
    10: 2.228,
    29: 2.045,
    120: 1.98,
  }
  for (const [degrees, t] of Object.entries(table)) near(studentT975(Number(degrees)), t, 5e-4)
  near(studentT975(100_000), 1.95996, 1e-4)
})

test("Student's t has 95% of its density within its quantile", () => {
  // Independent of the closed form: the density (1 + t²/ν)^(−(ν + 1)/2), summed by Simpson's rule over the angle.
  for (const degrees of [1, 2, 3, 6, 7, 19]) {
    const edge = Math.atan(studentT975(degrees) / Math.sqrt(degrees))
    near(cosinePower(edge, degrees - 1) / cosinePower(Math.PI / 2, degrees - 1), 0.95, 1e-9)
  }
})

/** ∫ cos^power from 0 to `to`. */
function cosinePower(to: number, power: number): number {
  const steps = 2000
  let sum = 0
  for (let i = 0; i <= steps; i++)
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.cos((i * to) / steps) ** power
  return (sum * to) / (3 * steps)
}
