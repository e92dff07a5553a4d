import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phaseKing } from '../../../algorithms/index.ts'
import { assertDisagreement, complete, decisions, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('five processors of which one may lie send 48 messages in four rounds when none does', () => {
  // By hand: 2 phases; in each, 5 send to 4 others, then the king to 4: 2 · (20 + 4) = 48.
  const judged = runCell(phaseKing, complete({ n: 5, f: 1, inputs: 'values=1+0+1+0+1', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 48)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 4, last: 4 } })
  // Three of five prefer 1, not more than 5/2 + 1: all follow the first king, who says 1.
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1, 1])
})

test('without a majority the king says 0, and a silent king is taken to say 0', () => {
  // Six processors, three of each: no value has more than half.
  const even = runCell(phaseKing, complete({ n: 6, f: 1, inputs: 'values=1+1+1+2+2+2', seed: 1 }))
  assert.deepEqual(decisions(even.execution), [0, 0, 0, 0, 0, 0])
  // The first king is silent, so all come to prefer 0 in the first phase; then 0 has a clear majority.
  const silent = runCell(
    phaseKing,
    complete({
      n: 5,
      f: 1,
      inputs: 'ids=ascending,values=1+1+1+0+0',
      faults: 'byzantine:processors=0,strategy=silent',
      seed: 1,
    }),
  )
  assert.deepEqual(violations(silent), [])
  // By hand: 4 honest send to 4 others in 2 phases, and the second king to 4: 32 + 4.
  assert.equal(silent.execution.measures.messages, 36)
  assert.deepEqual(decisions(silent.execution).slice(1), [0, 0, 0, 0])
})

test('agreement, validity, termination and all claims hold under 400 random lies, omissions and crashes', () => {
  const sizes = [
    [2, 0],
    [5, 1],
    [6, 1],
    [8, 1],
    [9, 2],
    [10, 2],
    [13, 3],
  ] as const
  fc.assert(
    fc.property(lies(sizes), (cell) => {
      assert.deepEqual(violations(runCell(phaseKing, cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('of four processors one liar can keep the others from agreeing', () => {
  // More than 4/2 + 1 = 3 would have to prefer the same for a clear majority, so that the three correct ones, who all
  // prefer 1, follow the king; and that of the second and last phase lies.
  const cell = complete({
    n: 4,
    f: 1,
    inputs: 'ids=ascending,values=1+1+1+1',
    faults: 'byzantine:processors=1,strategy=mutate',
    seed: 0,
  })
  assertDisagreement(phaseKing, cell, 50)
})
