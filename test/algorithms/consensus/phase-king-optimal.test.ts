import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phaseKingOptimal } from '../../../algorithms/index.ts'
import { assertDisagreement, complete, decisions, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors with the same input send 54 messages in six rounds, and decide it', () => {
  // By hand: 2 phases; in each, 4 send their value to 3 others, all 4 propose it to 3, the king sends it to 3: 27.
  const judged = runCell(phaseKingOptimal, complete({ n: 4, f: 1, inputs: 'values=7+7+7+7', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 54)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 6, last: 6 } })
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('where nobody can propose, all follow the first king', () => {
  // Two have 3 and two have 5, so no value comes from n - f = 3. Phase 1: 12 values and the king's 3. All have 3 then, and
  // phase 2 has 12 + 12 + 3.
  const judged = runCell(
    phaseKingOptimal,
    complete({ n: 4, f: 1, inputs: 'ids=ascending,values=3+3+5+5', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 15 + 27)
  assert.deepEqual(decisions(judged.execution), [3, 3, 3, 3])
})

test('agreement, validity, termination and all claims hold under 400 random lies, omissions and crashes', () => {
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
    fc.property(lies(sizes), (cell) => {
      assert.deepEqual(violations(runCell(phaseKingOptimal, cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('of three processors one liar can keep the others from agreeing', () => {
  const faults = 'byzantine:strategy=random'
  assertDisagreement(phaseKingOptimal, complete({ n: 3, f: 1, inputs: 'values=bits', faults, seed: 0 }), 200)
})
