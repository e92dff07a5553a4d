import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pbft } from '../../../algorithms/index.ts'
import { assertDisagreement, complete, decisions, inAnyTime, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors decide in three rounds, with 24 messages', () => {
  // By hand: 3 proposals; 3 backups prepare to 3 others: 9; 4 commit to 3 others: 12.
  const judged = runCell(pbft, complete({ n: 4, f: 1, inputs: 'ids=ascending,values=7+1+2+3', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 24)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 3, last: 3 } })
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('agreement, validity and all claims hold under 600 random lies, omissions and crashes, in any time', () => {
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
      assert.deepEqual(violations(runCell(pbft, cell)), [])
    }),
    { numRuns: 600, seed: 3 },
  )
})

test('two liars where one is reckoned with make two correct processors decide differently', () => {
  // Of four, three are a quorum: the primary tells each of two another value, and a friend stands by both.
  const faults = 'byzantine:processors=0+3,strategy=mutate'
  const inputs = 'ids=ascending,values=0+1+1+1'
  assertDisagreement(pbft, complete({ n: 4, f: 1, inputs, faults, seed: 0 }), 1000)
})
