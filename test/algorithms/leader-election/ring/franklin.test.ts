import assert from 'node:assert/strict'
import { test } from 'node:test'
import { franklin } from '../../../../algorithms/index.ts'
import { halvingOrder } from '../../../../algorithms/leader-election/ring/halving-order.ts'
import { localMaxima } from '../../../helpers/local-maxima.ts'
import { costsOf, elect, leaderOf, range, rotationsFixed } from '../../../helpers/rings.ts'

test('Franklin by hand: identifiers 4, 0, 3, 1, 2 take three phases, 35 messages and 14 units', () => {
  // 4 and 3 are larger than both neighbours, then 4 is, then it is alone: 3 · 2n = 30, and n of the announcement. Phase 1
  // is over at 1; in phase 2 the identifiers of 4 and 3 are with each other after 2 and 3, at 4; home at 9; known at 14.
  const execution = elect(franklin, [4, 0, 3, 1, 2])
  assert.deepEqual(costsOf(execution), [35, 14])
  assert.equal(leaderOf(execution), 0)
})

test('Franklin over all orders of n ≤ 7: 2nP + n messages, where phases leave the local maxima, at most ⌊log2 n⌋ + 1', () => {
  for (const n of [3, 4, 5, 6, 7]) {
    const phases = rotationsFixed(n).map((ids) => {
      const expected = localMaxima(ids)
      assert.equal(elect(franklin, ids).measures.messages, 2 * n * expected + n)
      return expected
    })
    assert.equal(Math.max(...phases), Math.floor(Math.log2(n)) + 1)
    assert.equal(Math.min(...phases), 2)
  }
})

test('local maxima of local maxima: at most ⌊log2 n⌋ + 1 phases, over all orders of 8', () => {
  assert.equal(Math.max(...rotationsFixed(8).map(localMaxima)), 4)
})

test('Franklin can take n log n: phases of a small half have to cross a half that is in order', () => {
  // Half of the ring ascends, so none of it is active after the first phase. The other half halves its active ones in each
  // phase, and in each the identifiers of its two ends cross n/2 channels; the last phase and the announcement take n each.
  for (const n of [16, 64, 256]) {
    const execution = elect(franklin, [
      ...range(n / 2),
      ...Array.from(halvingOrder(n / 2), (id) => id + n / 2),
    ])
    const phases = Math.log2(n)
    assert.equal(execution.measures.messages, 2 * n * phases + n)
    assert.ok(execution.measures.time >= ((phases - 2) * n) / 2 + 2 * n)
  }
})

test('Franklin: the declared worst and best identifiers attain ⌊log2 n⌋ + 1 and 2 phases for every n', () => {
  for (let n = 3; n <= 70; n++) {
    assert.deepEqual(
      [...halvingOrder(n)].sort((a, b) => a - b),
      range(n),
    )
    const worst = elect(franklin, franklin.worstIdentifiers!(n))
    assert.equal(worst.measures.messages, 2 * n * Math.floor(Math.log2(n)) + 3 * n)
    assert.equal(elect(franklin, franklin.bestIdentifiers!(n)).measures.messages, 5 * n)
  }
})
