import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discoveries } from '../../../reports/changes/discoveries.ts'

test('of the fifteen chances of Benjamini and Hochberg’s own example, the four least count at 5%', () => {
  // Benjamini & Hochberg (1995), section 4.1: 0.0095 ≤ 4/15 · 0.05 = 0.013, while 0.0201 > 5/15 · 0.05 = 0.0167, and so on.
  const chances = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  assert.deepEqual(
    discoveries(chances, 0.05),
    chances.map((_, i) => i < 4),
  )
})

test('a chance above its own limit counts if a larger one is below its limit; what is not known never counts', () => {
  // Limits 0.025 and 0.05: the first is above, and the second below.
  assert.deepEqual(discoveries([0.04, null, 0.03], 0.05), [true, false, true])
  assert.deepEqual(discoveries([null], 0.05), [false])
  assert.deepEqual(discoveries([], 0.05), [])
})
