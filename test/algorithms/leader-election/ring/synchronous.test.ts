import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeSlice, variableSpeeds } from '../../../../algorithms/index.ts'
import fc from '../../../helpers/property.ts'
import { costsOf, elect, leaderOf, range, rotationsFixed } from '../../../helpers/rings.ts'

const never = Number.POSITIVE_INFINITY

test('time slices by hand: without identifier 0 three rounds are silent; 1 goes round in three more', () => {
  const execution = elect(timeSlice, [3, 1, 2])
  assert.deepEqual(costsOf(execution), [3, 6])
  assert.equal(leaderOf(execution), 1)
})

test('time slices with any identifiers: n messages, n(min + 1) rounds', () => {
  const distinct = fc.uniqueArray(fc.nat(40), { minLength: 3, maxLength: 12 })
  fc.assert(
    fc.property(distinct, (ids) => {
      const n = ids.length
      assert.deepEqual(costsOf(elect(timeSlice, ids)), [n, n * (Math.min(...ids) + 1)])
    }),
  )
})

test('variable speeds by hand: identifiers 0, 1, 2, all awake, take 5 messages and 3 rounds', () => {
  // 0 goes on without waiting. 1 waits a round at the processor of 2, where 0 overtakes it; 2 is swallowed by that of 0.
  assert.deepEqual(costsOf(elect(variableSpeeds, [0, 1, 2])), [5, 3])
})

test('variable speeds by hand: of two participants on a ring of four the smaller comes home in round 6', () => {
  // 2 and 1 pass the relays and meet participants in round 2: 2 is swallowed, 1 waits until 3, is relayed at 4, waits until
  // 5, and is home at 6. 2 took two messages, 1 four.
  const execution = elect(variableSpeeds, [2, 5, 1, 0], [0, never, 0, never])
  assert.deepEqual(costsOf(execution), [6, 6])
  assert.equal(leaderOf(execution), 2)
})

test('variable speeds over all orders of n ≤ 5, and all wake-ups in the first rounds: at most 4n messages', () => {
  for (const n of [3, 4, 5])
    for (const ids of rotationsFixed(n))
      for (let code = 0; code < 4 ** n; code++) {
        const wakeTimes = range(n).map((p) => [0, 1, 2, never][Math.floor(code / 4 ** p) % 4]!)
        // The claims are checked in each run.
        if (wakeTimes.includes(0)) elect(variableSpeeds, ids, wakeTimes)
      }
})

test('variable speeds, all awake: the declared identifiers attain the most of all orders of n ≤ 8, and the fewest', () => {
  for (const n of [3, 4, 5, 6, 7, 8]) {
    const counts = rotationsFixed(n).map((ids) => elect(variableSpeeds, ids).measures.messages)
    const declared = [variableSpeeds.worstIdentifiers!(n), variableSpeeds.bestIdentifiers!(n)]
    assert.deepEqual(
      declared.map((ids) => elect(variableSpeeds, ids).measures.messages),
      [Math.max(...counts), Math.min(...counts)],
    )
    assert.equal(Math.min(...counts), 2 * n - 1)
  }
})
