import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hotstuff } from '../../../algorithms/index.ts'
import { complete, decisions, inAnyTime, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors decide in seven rounds, with 21 messages', () => {
  // By hand: the leader proposes four times to 3 others, who vote three times: 12 + 9. It decides with the third votes, which
  // come in round 6; the others hear of it in round 7.
  const judged = runCell(hotstuff, complete({ n: 4, f: 1, inputs: 'ids=ascending,values=7+1+2+3', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 21)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 6, last: 7 } })
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('one silent processor saves three votes', () => {
  const faults = 'byzantine:processors=3,strategy=silent'
  const judged = runCell(hotstuff, complete({ n: 4, f: 1, inputs: 'ids=ascending', faults, seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 18)
})

test('agreement, validity and all claims hold under 600 random lies, omissions and crashes, in any time', () => {
  const sizes = [
    [2, 0],
    [4, 1],
    [5, 1],
    [7, 2],
    [10, 3],
  ] as const
  fc.assert(
    fc.property(inAnyTime(lies(sizes, ['silent', 'equivocate', 'mutate', 'replay', 'twins'])), (cell) => {
      assert.deepEqual(violations(runCell(hotstuff, cell)), [])
    }),
    { numRuns: 600, seed: 3 },
  )
})

test('with n = 3f a silent processor is one too many: nobody decides', () => {
  // Of six, 6 − 2 votes are a certificate; where three are silent, there are three at most.
  const faults = 'byzantine:processors=3+4+5,strategy=silent'
  const { execution } = runCell(hotstuff, complete({ n: 6, f: 2, inputs: 'ids=ascending', faults, seed: 1 }))
  assert.equal(execution.outcome.kind, 'violated')
  assert.deepEqual(decisions(execution), [null, null, null, null, null, null])
})

test('with n = 3f a leader with two faces makes two correct processors decide differently', () => {
  // Of three, two votes are a certificate: the leader’s own for each value, and that of whom it shows the value to.
  const outcomes = Array.from({ length: 100 }, (_, seed) => {
    const { outcome } = runCell(hotstuff, {
      ...complete({ n: 3, f: 1, seed }),
      inputs: 'ids=ascending,values=0+1+1',
      faults: 'byzantine:processors=0,strategy=equivocate',
    }).execution
    return outcome.kind === 'violated' ? outcome.property : outcome.kind
  })
  assert.ok(outcomes.includes('agreement'))
})
