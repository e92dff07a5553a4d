import assert from 'node:assert/strict'
import { test } from 'node:test'
import { twoPhaseCommit } from '../../../algorithms/index.ts'
import { complete, decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors that all vote yes commit with nine messages in three rounds', () => {
  // By hand: 3 are asked, 3 vote, 3 are told.
  const judged = runCell(twoPhaseCommit, complete({ n: 4, inputs: 'values=1+1+1+1', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 9)
  assert.equal(judged.execution.measures.time, 3)
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1])
})

test('one no is enough to abort, the coordinator’s too', () => {
  for (const values of ['1+0+1+1', '0+1+1+1', '1+1+1+0']) {
    const judged = runCell(twoPhaseCommit, complete({ n: 4, inputs: `root=first,values=${values}`, seed: 1 }))
    assert.deepEqual(violations(judged), [])
    assert.deepEqual(decisions(judged.execution), [0, 0, 0, 0])
  }
})

test('all claims hold with any delays and wake-ups, in 200 random executions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }),
      fc.constantFrom('all', 'root', 'staggered'),
      fc.nat(100_000),
      (n, wakeup, seed) => {
        const cell = { topology: 'complete', n, inputs: 'values=bits', wakeup, seed }
        assert.deepEqual(violations(runCell(twoPhaseCommit, cell)), [])
      },
    ),
    { numRuns: 200, seed: 3 },
  )
})

test('a coordinator that crashes with the votes blocks the others for ever, and they have decided nothing', () => {
  const { execution } = runCell(
    twoPhaseCommit,
    complete({ n: 4, inputs: 'root=first,values=1+1+1+1', faults: 'crash:given=0@2', seed: 1 }),
  )
  assert.equal(execution.outcome.kind === 'violated' && execution.outcome.property, 'termination')
  assert.deepEqual(decisions(execution).slice(1), [null, null, null])
})

test('if it has told one before it crashes, that one decides and the others are blocked', () => {
  const { execution } = runCell(
    twoPhaseCommit,
    complete({ n: 4, inputs: 'root=first,values=1+1+1+1', faults: 'crash:given=0@2/2', seed: 1 }),
  )
  assert.equal(execution.outcome.kind === 'violated' && execution.outcome.property, 'termination')
  assert.deepEqual(decisions(execution).slice(1), [null, 1, null])
})
