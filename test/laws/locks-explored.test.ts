import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedMemoryAlgorithms } from '../../algorithms/index.ts'
import {
  brokenGuarantee,
  exploreShared,
  judgeExploredClaims,
  type SharedMemoryAlgorithm,
} from '../../engine/index.ts'

/** What all interleavings come to; of one passage each, where any number makes too many configurations. */
function explored(lock: SharedMemoryAlgorithm, n: number) {
  const any = exploreShared(lock, { n, states: 40_000 })
  if (any.complete || any.violation !== null) return { found: any, passages: 'any' }
  return { found: exploreShared(lock, { n, states: 40_000, passages: 1 }), passages: 'one' }
}

for (const lock of sharedMemoryAlgorithms)
  for (const n of [2, 3]) {
    const { size, sizeMin = 1 } = lock.requires
    if (size === undefined ? n < sizeMin : n !== size) continue
    test(`${lock.name} with ${n} processors: in all interleavings it keeps its guarantees and bounds`, () => {
      const { found, passages } = explored(lock, n)
      assert.ok(found.complete)
      assert.equal(brokenGuarantee(lock, found), null)
      for (const { id, verdict, measured } of judgeExploredClaims(lock, n, found))
        assert.equal(verdict, 'held', `${id}: ${measured}`)
      // What is guaranteed is the strongest that holds: whoever promises less does lock out.
      if (passages === 'any') assert.equal(found.lockout === null, lock.guarantees === 'no lockout')
    })
  }
