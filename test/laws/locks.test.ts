import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedMemoryAlgorithms } from '../../algorithms/index.ts'
import { assertSharedAlgorithm, executeShared, judgeShared, schedulers } from '../../engine/index.ts'

/** The numbers of processors up to 8 that a lock works with. */
const sizesOf = ({ requires: { size, sizeMin = 1 } }: (typeof sharedMemoryAlgorithms)[number]): number[] =>
  [1, 2, 3, 5, 8].filter((n) => (size === undefined ? n >= sizeMin : n === size))

for (const lock of sharedMemoryAlgorithms) {
  test(`${lock.name} can be run and judged`, () => assertSharedAlgorithm(lock))

  test(`${lock.name} keeps its claims and lets everyone in, under every scheduler`, () => {
    for (const n of sizesOf(lock))
      for (const { name: scheduler } of schedulers.entries)
        for (const seed of [1, 2, 3]) {
          const run = executeShared(lock, { n, scheduler, seed, passages: 12 })
          const place = `n = ${n}, ${scheduler}, seed ${seed}`
          assert.deepEqual(run.outcome, { kind: 'terminated' }, place)
          assert.equal(run.measures.entries, 12 * n, place)
          for (const { id, verdict, bound, measured } of judgeShared(lock, n, run))
            assert.equal(verdict, 'held', `${id}: ${measured} against ${bound}; ${place}`)
        }
  })

  test(`${lock.name} keeps its claims of passages without contention where nobody else takes part`, () => {
    for (const n of sizesOf(lock)) {
      const run = executeShared(lock, { n, participants: 1, seed: 1 })
      assert.equal(run.measures.solo?.passages, 10)
      for (const { id, verdict } of judgeShared(lock, n, run)) assert.equal(verdict, 'held', id)
    }
  })
}
