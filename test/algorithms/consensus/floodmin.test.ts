import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floodmin } from '../../../algorithms/index.ts'
import { complete, decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('with k = 2 and f = 3 five processors send 40 messages in two rounds', () => {
  // By hand: ⌊3/2⌋ + 1 = 2 rounds of 5 · 4 messages.
  const judged = runCell(floodmin.with('k=2'), complete({ n: 5, f: 3, inputs: 'values=5+4+3+2+1', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 40)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 2, last: 2 } })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1, 1])
})

test('one crash in the one round that there is for k = 2 and f = 1 can leave two decisions, and no more', () => {
  // p_4 tells p_3 alone, which decides 1; the others have 2 from p_3.
  const judged = runCell(
    floodmin.with('k=2'),
    complete({ n: 5, f: 1, inputs: 'values=5+4+3+2+1', faults: 'crash:given=4@0/3', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [2, 2, 2, 1, null])
})

test('two crashes in that round, of which it is told one, can leave three decisions', () => {
  // p_4 tells p_2 alone and p_3 tells p_1 alone: p_2 decides 1, p_1 decides 2, p_0 has 3 from p_2.
  const { execution } = runCell(
    floodmin.with('k=2'),
    complete({ n: 5, f: 1, inputs: 'values=5+4+3+2+1', faults: 'crash:given=4@0/2+3@0/1', seed: 1 }),
  )
  assert.deepEqual(
    execution.outcome.kind === 'violated' && execution.outcome.reason,
    '3 values are decided, and no more than 2 may be',
  )
})

test('no more than k decide differently, and all claims hold, under 500 random crash patterns', () => {
  const different = new Set<number>()
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1))),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(3),
      fc.nat(100_000),
      ([n, f], k, by, seed) => {
        const judged = runCell(
          floodmin.with(`k=${k}`),
          complete({ n, f, faults: `crash:f=${f},by=${by}`, seed }),
        )
        assert.deepEqual(violations(judged), [])
        different.add(new Set(decisions(judged.execution).filter((value) => value !== null)).size)
      },
    ),
    { numRuns: 500, seed: 3 },
  )
  assert.ok(different.has(2), `${[...different]} different decisions`)
})
