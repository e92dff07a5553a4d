import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benOrByzantine } from '../../../algorithms/index.ts'
import { complete, decisions, inAnyTime, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('six processors with the same bit decide it in one phase, with 120 messages', () => {
  // By hand: two phases, in each of which 6 report to 5 others and propose to 5 others: 2 · 2 · 30.
  const judged = runCell(benOrByzantine, complete({ n: 6, f: 1, inputs: 'values=0+0+0+0+0+0', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 120)
  assert.deepEqual(decisions(judged.execution), [0, 0, 0, 0, 0, 0])
})

test('agreement, validity, termination and all claims hold under 400 random lies, omissions and crashes, in any time', () => {
  const sizes = [
    [2, 0],
    [6, 1],
    [7, 1],
    [11, 2],
    [12, 2],
  ] as const
  fc.assert(
    fc.property(inAnyTime(lies(sizes)), (cell) => {
      assert.deepEqual(violations(runCell(benOrByzantine, cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('with n = 5f one liar can keep all from deciding what they all have', () => {
  // Of the four that one hears, more than (5 + 1)/2 = 3 must report a bit for it to be proposed. If the liar is one of the
  // four, nobody proposes; then all flip coins, and may come to the other bit.
  const outcomes = Array.from({ length: 200 }, (_, seed) => {
    const { outcome } = runCell(benOrByzantine, {
      ...complete({ n: 5, f: 1, inputs: 'values=0+0+0+0+1', seed }),
      faults: 'byzantine:processors=4,strategy=mutate',
      timing: 'asynchronous',
      delay: 'uniform',
    }).execution
    return outcome.kind === 'violated' ? outcome.property : outcome.kind
  })
  assert.ok(outcomes.includes('validity'))
})
