import assert from 'node:assert/strict'
import { test } from 'node:test'
import { petersonDkr } from '../../../../algorithms/index.ts'
import { localMaxima } from '../../../helpers/local-maxima.ts'
import { costsOf, elect, leaderOf, rotationsFixed } from '../../../helpers/rings.ts'

test('Peterson / DKR by hand: with identifiers 2, 0, 1 the processor of 0 wins for 2, in 12 messages and 8 units', () => {
  // At 1 each has the identifier before it, at 2 the one before that. p_1 has 0 and then 2 and 1: it goes on for 2. Its
  // ⟨one, 2⟩ is home at 5, the announcement at 8: 3 + 3 + 3 + 3 messages, and two phases.
  const execution = elect(petersonDkr, [2, 0, 1])
  assert.deepEqual(costsOf(execution), [12, 8])
  assert.deepEqual(execution.measures.messagesByType, { one: 6, two: 3, announcement: 3 })
  assert.equal(leaderOf(execution), 1)
})

test('Peterson / DKR over all orders of n ≤ 7: as many phases as Franklin, 2nP messages, elected by 3n − 2', () => {
  for (const n of [3, 4, 5, 6, 7]) {
    const runs = rotationsFixed(n).map((ids) => {
      const execution = elect(petersonDkr, ids)
      assert.equal(execution.measures.messages, 2 * n * localMaxima(ids))
      return execution
    })
    // The announcement takes n.
    assert.ok(Math.max(...runs.map(({ measures }) => measures.time)) <= 4 * n - 2)
    const most = Math.max(...runs.map(({ measures }) => measures.messages))
    assert.equal(most, 2 * n * (Math.floor(Math.log2(n)) + 1))
  }
})

test('Peterson / DKR: the declared worst and best identifiers attain both bounds for every n', () => {
  for (let n = 3; n <= 70; n++) {
    const worst = elect(petersonDkr, petersonDkr.worstIdentifiers!(n))
    assert.equal(worst.measures.messages, 2 * n * (Math.floor(Math.log2(n)) + 1))
    assert.equal(elect(petersonDkr, petersonDkr.bestIdentifiers!(n)).measures.messages, 4 * n)
  }
})
