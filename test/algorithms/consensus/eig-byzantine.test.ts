import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eigByzantine } from '../../../algorithms/index.ts'
import { assertDisagreement, complete, decisions, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors of which one may lie send 24 messages with 48 values in two rounds', () => {
  // By hand: 4 send to 3 others in each of 2 rounds: 24 messages. In the first each has 1 value, in the second the 3 that
  // the others have sent: 12 · 1 + 12 · 3 = 48 values, of 2 bits for inputs up to 3.
  const judged = runCell(eigByzantine, complete({ n: 4, f: 1, inputs: 'values=3+2+2+2', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 24)
  assert.equal(judged.execution.measures.bits, 96)
  assert.deepEqual(decisions(judged.execution), [2, 2, 2, 2])
})

test('a silent processor counts as one with input 0', () => {
  // The root has four labels below it, with 5, 5, 0 and 0 for the silent and an honest processor: no majority, so 0.
  const cell = complete({ n: 4, f: 1, faults: 'byzantine:processors=3,strategy=silent', seed: 1 })
  const even = runCell(eigByzantine, { ...cell, inputs: 'values=5+5+0+5' })
  assert.deepEqual(violations(even), [])
  // By hand: three honest send to three others in two rounds.
  assert.equal(even.execution.measures.messages, 18)
  assert.deepEqual(decisions(even.execution).slice(0, 3), [0, 0, 0])
  // With a third 5 there is a majority, whoever is silent.
  const most = runCell(eigByzantine, { ...cell, inputs: 'values=5+5+5+0' })
  assert.deepEqual(decisions(most.execution).slice(0, 3), [5, 5, 5])
})

test('agreement, validity, termination and all claims hold under 300 random lies, omissions and crashes', () => {
  const sizes = [
    [2, 0],
    [4, 1],
    [5, 1],
    [6, 1],
    [7, 2],
    [8, 2],
  ] as const
  fc.assert(
    fc.property(lies(sizes), (cell) => {
      assert.deepEqual(violations(runCell(eigByzantine, cell)), [])
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('of three processors one liar can keep the others from agreeing', () => {
  const cell = complete({ n: 3, f: 1, inputs: 'values=bits', faults: 'byzantine:strategy=mutate', seed: 0 })
  assertDisagreement(eigByzantine, cell, 100)
})
