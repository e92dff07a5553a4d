import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eigByzantine, floodset, oralMessages, phaseKing } from '../../../../algorithms/index.ts'
import { assertBroken, assertSafe, exploreOn } from './on-complete.ts'

test('exponential information gathering is safe with four processors of which one lies', () => {
  const found = exploreOn(eigByzantine, [4, 1], 'byzantine:f=1')
  assertSafe(found)
  // By hand: without a liar 16 inputs, one execution each. Each of the 4 liars can say 2 things to each of 3 in the first
  // round and 2^3 in the second, with 16 inputs: 4 · 16 · 2^3 · 8^3 = 262,144.
  assert.equal(found.executions, 16 + 262_144)
  // Only what correct processors send counts: 2 · 4 · 3 without a liar, 2 · 3 · 3 with one.
  assert.deepEqual(found.messages, { min: 18, max: 24 })
})

test('exponential information gathering is broken with three processors of which one lies', () => {
  const found = exploreOn(eigByzantine, [3, 1], 'byzantine:f=1')
  assertBroken(eigByzantine, [3, 1], found, ['agreement', 'validity'])
})

test('oral messages are safe with four processors of which one lies, and broken with three', () => {
  const four = exploreOn(oralMessages, [4, 1], 'byzantine:f=1')
  assertSafe(four)
  // By hand: 16 inputs without a liar. A commander says 2 things to each of 3 lieutenants: 16 · 2^3. Each of 3 lieutenants
  // says 2 things to each of 2 others; the commander hears nothing more: 3 · 16 · 2^2.
  assert.equal(four.executions, 16 + 16 * 8 + 3 * 16 * 4)
  const three = exploreOn(oralMessages, [3, 1], 'byzantine:f=1')
  assertBroken(oralMessages, [3, 1], three, ['agreement', 'validity'])
})

test('phase king is broken with four processors of which one lies', () => {
  const found = exploreOn(phaseKing, [4, 1], 'byzantine:f=1')
  assertBroken(phaseKing, [4, 1], found, ['agreement', 'validity'])
})

test('FloodSet, made for crashes, is broken by one liar among three', () => {
  const found = exploreOn(floodset, [3, 1], 'byzantine:f=1', { beyond: 'it lies' })
  assert.ok(found.violations.some(({ property }) => property === 'agreement'))
})
