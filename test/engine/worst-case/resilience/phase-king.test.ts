import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phaseKing } from '../../../../algorithms/index.ts'
import { assertSafe, exploreOn } from './on-complete.ts'

test('phase king is safe with five processors of which one lies', () => {
  const found = exploreOn(phaseKing, [5, 1], 'byzantine:f=1')
  assertSafe(found)
  // By hand: 32 inputs without a liar; each of 5 liars says one of 5 things (nothing, or either value as a preference or as
  // a king) to each of 4 others in each of 4 rounds.
  assert.equal(found.executions, 32 + 5 * 32 * 5 ** 16)
  // (f + 1)(n^2 − 1) = 48 without a liar; a liar that is a king takes 2 · 4 messages and 4 with it: 48 − 12.
  assert.deepEqual(found.messages, { min: 36, max: 48 })
})
