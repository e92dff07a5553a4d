import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brachaRb } from '../../../algorithms/index.ts'
import { assertDisagreement, complete, decisions, inAnyTime, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors deliver in three rounds, with 27 messages', () => {
  // By hand: the sender tells 3 others; 4 echo to 3 others, and 4 are ready to 3 others: 3 + 12 + 12 = 27.
  const judged = runCell(brachaRb, complete({ n: 4, f: 1, inputs: 'ids=ascending,values=7+1+2+3', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 27)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 3, last: 3 } })
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('a silent receiver changes nothing but its own messages', () => {
  // By hand: 3 + 3 · 3 + 3 · 3 = 21.
  const judged = runCell(
    brachaRb,
    complete({
      n: 4,
      f: 1,
      inputs: 'ids=ascending,values=7+1+2+3',
      faults: 'byzantine:processors=3,strategy=silent',
      seed: 1,
    }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 21)
  assert.deepEqual(decisions(judged.execution).slice(0, 3), [7, 7, 7])
})

test('a sender with two faces is believed by all or by none, and both happen', () => {
  // It tells each of six others 7 or 8, and takes part for both. Of seven, more than (7 + 2)/2 must echo a value: five.
  const outcomes = Array.from({ length: 60 }, (_, seed) => {
    const judged = runCell(brachaRb, {
      ...complete({ n: 7, f: 2, seed }),
      inputs: 'ids=ascending,values=7+8+8+8+8+8+8',
      faults: 'byzantine:processors=0,strategy=equivocate',
    })
    assert.deepEqual(violations(judged), [])
    return decisions(judged.execution).slice(1).join()
  })
  assert.ok(outcomes.includes(',,,,,'), 'nobody delivers')
  assert.ok(outcomes.includes('8,8,8,8,8,8') || outcomes.includes('7,7,7,7,7,7'), 'all deliver')
})

test('agreement, validity, totality and all claims hold under 600 random lies, omissions and crashes, in any time', () => {
  const sizes = [
    [2, 0],
    [4, 1],
    [5, 1],
    [6, 1],
    [7, 2],
    [8, 2],
    [10, 3],
  ] as const
  fc.assert(
    fc.property(inAnyTime(lies(sizes)), (cell) => {
      assert.deepEqual(violations(runCell(brachaRb, cell)), [])
    }),
    { numRuns: 600, seed: 3 },
  )
})

test('with n = 3f a silent processor keeps a correct sender from being heard', () => {
  // Of three, more than (3 + 1)/2 = 2 must echo, and one is silent.
  const faults = 'byzantine:processors=2,strategy=silent'
  const { outcome } = runCell(
    brachaRb,
    complete({ n: 3, f: 1, inputs: 'ids=ascending', faults, seed: 1 }),
  ).execution
  assert.equal(outcome.kind, 'violated')
  assert.match(JSON.stringify(outcome), /termination.*p_0 is correct, but p_0 does not decide/)
})

test('two liars where one is reckoned with make two correct processors deliver different values', () => {
  // Of four, three echoes are enough: a sender with a value for each, its friend, and one who believes it.
  const faults = 'byzantine:processors=0+3,strategy=mutate'
  const inputs = 'ids=ascending,values=0+1+1+1'
  assertDisagreement(brachaRb, complete({ n: 4, f: 1, inputs, faults, seed: 0 }), 500)
})
