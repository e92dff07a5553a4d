import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cost, replicatesWanted } from '../../../experiments/replication/enough.ts'
import fc from '../../helpers/property.ts'

const costs = (messages: readonly number[]): Cost[] => messages.map((value) => ({ messages: value, time: 1 }))

test('runs that all cost the same are enough', () => {
  assert.equal(replicatesWanted(costs([8, 8, 8]), { fraction: 0.01, least: 3 }, 1000), 3)
  assert.equal(replicatesWanted(costs([0, 0]), { fraction: 0.01, least: 2 }, 1000), 2)
})

test('so many are wanted as the spread calls for: by hand for 90, 100, 100, 110', () => {
  // The mean is 100, the standard deviation √(200 / 3) = 8.165, and t for 3 degrees of freedom 3.182, so the interval
  // is 2 · 3.182 · 8.165 / √4 = 25.98 wide, 0.2598 of the mean. For a fraction f that takes (0.2598 / f)² · 4 runs.
  const sample = costs([90, 100, 100, 110])
  const wanted = (fraction: number, most = 1000) => replicatesWanted(sample, { fraction, least: 4 }, most)
  assert.equal(wanted(0.26), 4)
  assert.equal(wanted(0.2597), 5)
  assert.equal(wanted(0.22), 6)
  assert.equal(wanted(0.19), 8)
  // The spread is only an estimate, so at most twice as many at a time; and never more than the most.
  assert.equal(wanted(0.01), 8)
  assert.equal(wanted(0.01, 7), 7)
})

test('the measure with the wider interval decides', () => {
  const sample = [1, 2, 3, 4].map((time) => ({ messages: 100, time }))
  assert.equal(replicatesWanted(sample, { fraction: 0.1, least: 4 }, 1000), 8)
})

test('runs that did not come to their end tell nothing, and a group without two others gets no more', () => {
  assert.equal(replicatesWanted([null, null, { messages: 5, time: 5 }], { fraction: 0.1, least: 3 }, 100), 3)
  const some: Cost[] = [null, ...costs([50, 150])]
  assert.equal(replicatesWanted(some, { fraction: 0.1, least: 3 }, 100), 6)
})

test('the number never falls, never passes the most, and does not depend on the order of the runs', () => {
  const sample = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(sample, fc.double({ min: 0.001, max: 1, noNaN: true }), (messages, fraction) => {
      const wanted = replicatesWanted(costs(messages), { fraction, least: 2 }, 50)
      assert.ok(wanted >= messages.length && wanted <= 50)
      assert.equal(replicatesWanted(costs([...messages].reverse()), { fraction, least: 2 }, 50), wanted)
    }),
  )
})
