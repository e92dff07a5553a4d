import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hirschbergSinclair, lcr } from '../../../../algorithms/index.ts'
import { distancesToLarger } from '../../../../algorithms/leader-election/ring/ring-distances.ts'
import {
  type AnyAlgorithm,
  ComputedInstance,
  type InstanceQuantity,
  Random,
} from '../../../../engine/index.ts'
import { mostProbing } from '../../../helpers/most-probing.ts'
import { range, ring, rotationsFixed } from '../../../helpers/rings.ts'
import { runLockstep, violations } from '../../../helpers/run.ts'

/** The messages of an election, without the n of the announcement. */
function electionMessages(algorithm: AnyAlgorithm, ids: readonly number[]): number {
  const run = runLockstep(algorithm, ring(ids.length), { ids })
  assert.deepEqual(violations(run), [])
  return run.execution.measures.messages - ids.length
}

test('LCR by hand: identifiers 2, 0, 1 clockwise take 6 messages to elect', () => {
  // 2 travels 3 channels home; 0 is swallowed by 1 after one; 1 is swallowed by 2 after one: 3 + 1 + 1 = 5.
  assert.equal(electionMessages(lcr, [2, 0, 1]), 5)
  // Descending: 2 travels 3, 1 passes 0 and reaches 2 after two, 0 reaches 2 after one.
  assert.equal(electionMessages(lcr, [2, 1, 0]), 6)
})

test('LCR over all orders of n ≤ 6: between 2n − 1 and n(n + 1)/2 messages, n·H(n) on average', () => {
  for (let n = 3; n <= 6; n++) {
    const counts = rotationsFixed(n).map((ids) => electionMessages(lcr, ids))
    const mean = counts.reduce((a, b) => a + b) / counts.length
    const harmonic = range(n).reduce((sum, i) => sum + 1 / (i + 1), 0)
    assert.equal(Math.min(...counts), 2 * n - 1)
    assert.equal(Math.max(...counts), (n * (n + 1)) / 2)
    assert.ok(Math.abs(mean - n * harmonic) < 1e-9)
  }
})

test('LCR: the declared best and worst identifiers attain the best and worst counts', () => {
  for (const n of [3, 10, 33]) {
    assert.equal(electionMessages(lcr, Array.from(lcr.bestIdentifiers!(n))), 2 * n - 1)
    assert.equal(electionMessages(lcr, Array.from(lcr.worstIdentifiers!(n))), (n * (n + 1)) / 2)
  }
})

test('Hirschberg–Sinclair over all orders: worst 55, 68 and 78 messages for n = 5, 6 and 7', () => {
  // By an independent brute force over all permutations.
  const worst = [5, 6, 7].map((n) =>
    Math.max(...rotationsFixed(n).map((ids) => electionMessages(hirschbergSinclair, ids))),
  )
  assert.deepEqual(worst, [55, 68, 78])
  assert.deepEqual([5, 6, 7].map(mostProbing), worst)
})

test('Hirschberg–Sinclair: ascending identifiers are best, at 4(2^⌈log2 n⌉ − 1) + 5n − 4 messages', () => {
  for (const n of [3, 8, 13, 32]) {
    const best = 4 * (2 ** Math.ceil(Math.log2(n)) - 1) + 5 * n - 4
    assert.equal(
      electionMessages(hirschbergSinclair, Array.from(hirschbergSinclair.bestIdentifiers!(n))),
      best,
    )
  }
  for (const n of [4, 5, 6]) {
    const counts = rotationsFixed(n).map((ids) => electionMessages(hirschbergSinclair, ids))
    assert.equal(Math.min(...counts), 4 * (2 ** Math.ceil(Math.log2(n)) - 1) + 5 * n - 4)
  }
})

/** The mean over all orders of identifiers that the algorithm claims, without the announcement. */
function claimedMean(n: number): number {
  const claims = [hirschbergSinclair.claims!.messages!].flat()
  const { E } = claims.find(({ kind }) => kind === 'expected')!.where!
  return (E as InstanceQuantity).value(new ComputedInstance(ring(n)))
}

test('Hirschberg–Sinclair: the claimed mean is the mean over all orders', () => {
  for (const n of [3, 4, 5, 6, 7]) {
    const counts = rotationsFixed(n).map((ids) => electionMessages(hirschbergSinclair, ids))
    const mean = counts.reduce((a, b) => a + b) / counts.length
    assert.ok(Math.abs(claimedMean(n) - mean) < 1e-9, `n = ${n}: ${claimedMean(n)}, ${mean}`)
  }
})

test('Hirschberg–Sinclair: the declared worst identifiers attain the largest cost of any order', () => {
  for (const n of [3, 5, 6, 7, 8, 16, 21, 64]) {
    const ids = Array.from(hirschbergSinclair.worstIdentifiers!(n))
    assert.deepEqual(
      [...ids].sort((a, b) => a - b),
      range(n),
    )
    assert.equal(electionMessages(hirschbergSinclair, ids), mostProbing(n))
  }
})

test('the distance to the next larger identifier is what a walk along the ring finds', () => {
  for (const n of [3, 4, 7, 20])
    for (const direction of [1, -1] as const) {
      const ids = new Random(n, 5, 6, 7).permutation(n)
      const walked = range(n).map((i) => {
        let d = 1
        while (d < n && ids[(i + d * direction + n * d) % n]! < ids[i]!) d++
        return d
      })
      assert.deepEqual(Array.from(distancesToLarger(ids, direction)), walked)
    }
})
