import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bakery, mcsLock, petersonLock, tasLock } from '../../../algorithms/index.ts'
import { countsOf, passagesOf } from '../../helpers/passages.ts'

test('in Peterson’s lock, who gives way first enters first, and the other one waits with two invalidated copies', () => {
  // p_0: want[0] := 1, turn := 1. p_1: want[1] := 1, turn := 0, reads want[0] = 1 and turn = 0. p_0 reads want[1] = 1 and
  // turn = 0, its own number: it enters. p_1 reads both again from its cache. p_0 leaves: want[0] := 0; p_1 reads that.
  const schedule = [0, 0, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1]
  const [first, second] = passagesOf(petersonLock, 2, schedule)
  assert.equal(first!.processor, 0)
  // Three writes and both its reads: it holds no copy of want[1], and turn was written by p_1 since.
  assert.deepEqual(countsOf(first), [5, 2, 3, 0, 5, 5, 5])
  // Three writes, the first read of want[0] and the one after p_0 left. Its copies of turn are good from its own write on.
  // want[1] was read by p_0 between its two writes, so both are remote where caches write back, too.
  assert.deepEqual(countsOf(second), [8, 5, 3, 0, 5, 5, 8])
})

test('whoever sets the bit in vain pays for each try, unless nobody else touches it where caches write back', () => {
  // p_0 enters; p_1 tries three times in vain; p_0 leaves; p_1 enters and leaves.
  const [first, second] = passagesOf(tasLock, 2, [0, 1, 1, 1, 0, 1, 1])
  assert.deepEqual(countsOf(first), [2, 0, 1, 1, 2, 2, 2])
  // Of its five accesses, the second and third try and the write at the end find the bit as p_1 left it.
  assert.deepEqual(countsOf(second), [5, 0, 1, 4, 5, 2, 5])
})

test('in the bakery of one, 3n + 2 accesses are five', () => {
  // choosing[0] := 1, reads number[0], number[0] := 1, choosing[0] := 0; number[0] := 0. The two variables live at p_0. Where
  // caches write back, the last two writes are local.
  const [only] = passagesOf(bakery, 1, [0, 0, 0, 0, 0])
  assert.deepEqual(countsOf(only), [5, 1, 4, 0, 5, 3, 0])
})

test('in the MCS lock, who waits does so at its own variable', () => {
  // p_0: next[0] := nil, swap: enters. p_1: next[1] := nil, swap gives 0, locked[1] := 1, next[0] := 1, waits twice in vain.
  // p_0 reads next[0] = 1, locked[1] := 0. p_1 goes on; it reads next[1] = nil, and the compare&swap succeeds.
  const [first, second] = passagesOf(mcsLock, 2, [0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1])
  // Remote in a distributed memory: the swap and the write of locked[1].
  assert.deepEqual(countsOf(first), [4, 1, 2, 1, 4, 4, 2])
  // Remote there: the swap, the write of next[0], the compare&swap. With caches: four writes and read-modify-writes and the
  // compare&swap, the read of locked[1] once it was written; next[1] and locked[1] are good from its own writes on. The
  // tail is as its swap left it, so that the compare&swap is local where caches write back.
  assert.deepEqual(countsOf(second), [9, 4, 3, 2, 6, 5, 3])
})
