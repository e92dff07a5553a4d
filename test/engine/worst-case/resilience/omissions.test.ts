import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floodset } from '../../../../algorithms/index.ts'
import { consensus } from '../../../../engine/index.ts'
import { assertBroken, exploreOn } from './on-complete.ts'

test('one omission in sending breaks FloodSet among three', () => {
  const found = exploreOn(floodset, [3, 1], 'omission:f=1', { beyond: 'it omits' })
  // By hand: 2 messages in each of 2 rounds may be omitted by one of 3: 3 (2^4 − 1) + 1 = 46 patterns, 8 inputs.
  assert.equal(found.executions, 8 * 46)
  assertBroken(floodset, [3, 1], found, ['agreement'])
})

test('whoever does not hear decides something else, but correct processors agree', () => {
  const faults = 'omission:f=1,kind=receive'
  assertBroken(floodset, [3, 1], exploreOn(floodset, [3, 1], faults), ['agreement'])
  const correct = { ...floodset, properties: { agreement: consensus.agreement } }
  const found = exploreOn(correct, [3, 1], faults)
  assert.deepEqual(found.violations, [])
  assert.equal(found.exhausted, true)
  // What is not heard was sent.
  assert.deepEqual(found.messages, { min: 12, max: 12 })
})

test('of all omissions there are as many as messages can be left out by one, in sending or in receiving', () => {
  const found = exploreOn(floodset, [3, 1], 'omission:f=1,kind=general', { beyond: 'it omits' })
  // By hand: one of 3 can leave out 2 messages that it sends and 2 that it should hear in each of 2 rounds: 3 (2^8 − 1) + 1.
  assert.equal(found.executions, 8 * 766)
})
