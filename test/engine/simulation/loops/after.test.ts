import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after } from '../../../../engine/simulation/loops/after.ts'
import fc from '../../../helpers/property.ts'

const times = fc.oneof(fc.constantFrom(0, 1, 2 ** 40), fc.double({ min: 0, max: 1e12, noNaN: true }))
const delays = fc.oneof(
  fc.constantFrom(Number.MIN_VALUE, 2 ** -53, 1),
  fc.double({ min: 0, max: 10, noNaN: true, minExcluded: true }),
)

test('a message arrives its delay later, and later in any case', () => {
  fc.assert(
    fc.property(times, delays, (now, delay) => {
      const arrival = after(now, delay)
      assert.ok(arrival > now)
      if (now + delay > now) assert.equal(arrival, now + delay)
    }),
    { numRuns: 2000, seed: 8 },
  )
})

test('what is too short for the clock takes one of its smallest steps', () => {
  // Between 1 and 2, doubles are 2^-52 apart; the least above 0 is 2^-1074.
  assert.equal(after(1, 2 ** -60), 1 + 2 ** -52)
  assert.equal(after(0, Number.MIN_VALUE), Number.MIN_VALUE)
})
