import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approximateAgreement, approximateAgreementByzantine } from '../../../algorithms/index.ts'
import { complete, decisions, inAnyTime, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('where nobody may crash all have the middle after one round', () => {
  const judged = runCell(
    approximateAgreement.with('rounds=1'),
    complete({ n: 3, f: 0, inputs: 'values=1+2+8', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 6)
  assert.deepEqual(decisions(judged.execution), [4.5, 4.5, 4.5])
})

test('three processors, each of which hears one other, halve their distance in every round, and no more', () => {
  // Channels in ascending order, all messages at once: p_0 hears p_1, p_1 and p_2 hear p_0. From 0, 0, 8: 0, 0, 4; then 0, 0,
  // 2; then 0, 0, 1.
  for (const rounds of [1, 2, 3]) {
    const judged = runCell(
      approximateAgreement.with(`rounds=${rounds}`),
      complete({ n: 3, f: 1, inputs: 'ports=sorted,values=0+0+8', seed: 1 }),
    )
    assert.deepEqual(violations(judged), [])
    assert.deepEqual(decisions(judged.execution), [0, 0, 8 / 2 ** rounds])
  }
})

test('values come together by half in each round under 400 random crashes, in any time', () => {
  const cells = fc
    .record({
      size: fc.constantFrom([3, 1], [4, 1], [5, 2], [7, 3], [8, 2]),
      seed: fc.nat(1_000_000),
      by: fc.constantFrom(1, 3, 5),
    })
    .map(({ size: [n, f], seed, by }) =>
      complete({ n: n!, f: f!, faults: `crash:f=${f},by=${by}`, inputs: 'values=random', seed }),
    )
  fc.assert(
    fc.property(inAnyTime(cells), fc.integer({ min: 1, max: 6 }), (cell, rounds) => {
      assert.deepEqual(violations(runCell(approximateAgreement.with(`rounds=${rounds}`), cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('with n = 2f two halves that hear nothing of each other stay where they are', () => {
  // Of four, f = 2: everyone waits for two values, of which one is its own. A long partition is like slow messages.
  const { outcome } = runCell(approximateAgreement.with('rounds=1'), {
    ...complete({ n: 4, f: 2, inputs: 'values=0+0+8+8', seed: 1 }),
    faults: 'partition:part=2+3',
  }).execution
  assert.match(JSON.stringify(outcome), /agreement.*decisions are 8 apart/)
})

test('four processors, one of which may lie, leave out the ends', () => {
  // By hand: of 0, 2, 6, 100 the least and the largest are left out: (2 + 6)/2 = 4 for all, after 12 messages.
  const judged = runCell(
    approximateAgreementByzantine.with('rounds=1'),
    complete({ n: 4, f: 1, inputs: 'values=0+2+6+100', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 12)
  assert.deepEqual(decisions(judged.execution), [4, 4, 4, 4])
})

test('values come together by half in each round under 400 random lies, omissions and crashes', () => {
  const sizes = [
    [2, 0],
    [4, 1],
    [5, 1],
    [7, 2],
    [8, 2],
    [10, 3],
  ] as const
  fc.assert(
    fc.property(lies(sizes), fc.integer({ min: 1, max: 6 }), (cell, rounds) => {
      assert.deepEqual(violations(runCell(approximateAgreementByzantine.with(`rounds=${rounds}`), cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('with n = 3f one liar keeps two correct processors where they are', () => {
  // Of three, the value in the middle is left: to 0 it says less than 0, to 9 more than 9, and to each its own is the middle.
  const outcomes = Array.from({ length: 100 }, (_, seed) => {
    const { outcome } = runCell(approximateAgreementByzantine.with('rounds=1'), {
      ...complete({ n: 3, f: 1, inputs: 'values=0+9+5', seed }),
      faults: 'byzantine:processors=2,strategy=random',
    }).execution
    return outcome.kind === 'violated' ? outcome.reason : ''
  })
  assert.ok(outcomes.some((reason) => /decisions are 9 apart, and should be 4.5 at most/.test(reason)))
})
