import assert from 'node:assert/strict'
import { test } from 'node:test'
import { earlyStopping } from '../../../algorithms/index.ts'
import { complete, decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('when nobody fails all decide in the first round and have halted after the second, however many may fail', () => {
  // By hand: 4 send to 3 others at the start, hear from all, decide, and send once more: 2 · 4 · 3 = 24 messages.
  const judged = runCell(earlyStopping, complete({ n: 4, f: 3, inputs: 'values=3+1+2+2', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 24)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 1, last: 1 } })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1])
})

test('one crash costs those who notice it a round', () => {
  // p_1 tells p_3 alone. p_3 has heard from all in round 1 and decides 1; p_0 and p_2 miss p_1 and go on; in round 2 they
  // hear what p_3 has decided. Messages: 1 + 9 in round 1, 9 in round 2, and p_0 and p_2 tell what they decided: 6.
  const judged = runCell(
    earlyStopping,
    complete({ n: 4, f: 3, inputs: 'values=3+1+2+2', faults: 'crash:given=1@0/3', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 25)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 1, last: 2 } })
  assert.deepEqual(decisions(judged.execution), [1, null, 1, 1])
})

test('agreement is not uniform: who decides early and crashes then may be alone with its decision', () => {
  // p_1 tells p_3 alone, which decides 1 in round 1 and crashes before it tells anyone. The others never hear of 1.
  const judged = runCell(
    earlyStopping,
    complete({ n: 4, f: 2, inputs: 'values=3+1+2+2', faults: 'crash:given=1@0/3+3@1', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [2, null, 2, 1])
})

test('agreement, validity, termination and all claims hold under 500 random crash patterns, all f below n', () => {
  let early = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1))),
      fc.constantFrom('random', 'chain'),
      fc.nat(6),
      fc.nat(100_000),
      ([n, f], pattern, fewer, seed) => {
        const faults = `crash:f=${Math.max(0, f - fewer)},pattern=${pattern}`
        const judged = runCell(earlyStopping, complete({ n, f, faults, seed }))
        assert.deepEqual(violations(judged), [])
        if (judged.execution.measures.marks.decided!.last < f + 1) early++
      },
    ),
    { numRuns: 500, seed: 3 },
  )
  assert.ok(early > 100, `only ${early} decided early`)
})
