import assert from 'node:assert/strict'
import { test } from 'node:test'
import { petersonAlternating } from '../../../../algorithms/index.ts'
import { fibonacciOrder } from '../../../../algorithms/leader-election/ring/fibonacci-order.ts'
import { costsOf, elect, leaderOf, range, rotationsFixed } from '../../../helpers/rings.ts'

test('Peterson alternating by hand: identifiers 0, 1, 2 take three phases, 12 messages and 9 units', () => {
  // Phase 1: p_1 and p_2 follow smaller ones, and stay. Phase 2, from 1 on: p_2 follows 1, and does not; p_1 follows 2, at
  // 3, and goes on for it. Phase 3: home at 6; known at 9. 3 · 3 messages, and 3.
  const execution = elect(petersonAlternating, [0, 1, 2])
  assert.deepEqual(costsOf(execution), [12, 9])
  assert.equal(leaderOf(execution), 1)
})

/** The phases, from the rule alone: by turns those stay that follow a smaller one, and those that follow a larger one. */
function phases(ids: readonly number[], phase = 1): number {
  if (ids.length === 1) return phase
  const odd = phase % 2 === 1
  const stay = ids.flatMap((id, i) => {
    const before = ids.at(i - 1)!
    return odd === before < id ? [Math.max(id, before)] : []
  })
  return phases(stay, phase + 1)
}

/** The most p with F(p) ≤ n, F = 1, 2, 3, 5, 8, 13. */
const most = (n: number): number => [1, 2, 3, 5, 8, 13, 21, 34, 55, 89].filter((f) => f <= n).length

test('Peterson alternating over all orders of n ≤ 7: nP + n messages, and the most phases are the Fibonacci bound', () => {
  for (const n of [3, 4, 5, 6, 7]) {
    const found = rotationsFixed(n).map((ids) => {
      const expected = phases(ids)
      const { messages, time } = elect(petersonAlternating, ids).measures
      assert.equal(messages, n * expected + n)
      assert.ok(time <= 4 * n - 2)
      return expected
    })
    assert.equal(Math.max(...found), most(n))
    assert.equal(Math.min(...found), 2)
  }
})

test('Peterson alternating by its rule alone: the most phases are the Fibonacci bound over all orders of 8 and 9', () => {
  for (const n of [8, 9]) assert.equal(Math.max(...rotationsFixed(n).map((ids) => phases(ids))), most(n))
})

test('Peterson alternating: the declared worst and best identifiers attain the Fibonacci bound and 2 for every n', () => {
  for (let n = 3; n <= 90; n++) {
    assert.deepEqual(
      [...fibonacciOrder(n)].sort((a, b) => a - b),
      range(n),
    )
    const worst = elect(petersonAlternating, fibonacciOrder(n))
    assert.equal(worst.measures.messages, n * most(n) + n)
    assert.equal(elect(petersonAlternating, petersonAlternating.bestIdentifiers!(n)).measures.messages, 3 * n)
  }
})
