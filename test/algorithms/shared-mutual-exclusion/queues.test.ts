import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  andersonLock,
  clhLock,
  handoverLock,
  rmwQueueLock,
  rmwSetLock,
  ticketLock,
  ttasLock,
} from '../../../algorithms/index.ts'
import { executeShared } from '../../../engine/index.ts'
import { countsOf, passagesOf, turns } from '../../helpers/passages.ts'

// Counts: steps, reads, writes, read-modify-writes, cc, cc-write-back, dsm.

test('who waits for the bit with reads pays when it changes, and for each try', () => {
  // Both find 0. p_0 sets the bit, p_1 tries in vain and waits twice. p_0 leaves; p_1 reads 0, sets the bit, leaves.
  const [first, second] = passagesOf(ttasLock, 2, [0, 1, 0, 1, 1, 1, 0, 1, 1, 1])
  assert.deepEqual(countsOf(first), [3, 1, 1, 1, 3, 3, 3])
  // Its failed try leaves it a valid copy, so two of its four reads are local, and the last write is where caches write back.
  assert.deepEqual(countsOf(second), [7, 4, 1, 2, 5, 4, 7])
})

test('in the ticket lock of two, n + 2 remote references are four', () => {
  // p_0 draws 0, p_1 draws 1. p_0 enters; p_1 waits twice in vain. p_0 serves 1; p_1 enters and serves 2.
  const [first, second] = passagesOf(ticketLock, 2, [0, 1, 0, 1, 1, 0, 1, 1])
  assert.deepEqual(countsOf(first), [3, 1, 1, 1, 3, 3, 3])
  // It draws, reads twice from memory and once from its cache, and writes.
  assert.deepEqual(countsOf(second), [5, 3, 1, 1, 4, 4, 5])
})

test('in Anderson’s array, the flag at one’s place is fetched twice', () => {
  // p_0 gets place 0, which has the lock, and takes it away. p_1 gets place 1 and waits twice. p_0 gives the lock to place 1.
  const [first, second] = passagesOf(andersonLock, 2, turns([0, 3], [1, 3], [0, 1], [1, 3]))
  assert.deepEqual(countsOf(first), [4, 1, 2, 1, 4, 4, 4])
  assert.deepEqual(countsOf(second), [6, 3, 2, 1, 5, 5, 6])
})

test('in the CLH lock, the flag before one’s own is fetched twice', () => {
  // p_0 has flag 0 and finds flag 2, which is down. p_1 has flag 1 and waits twice for flag 0.
  const [first, second] = passagesOf(clhLock, 2, turns([0, 3], [1, 4], [0, 1], [1, 2]))
  assert.deepEqual(countsOf(first), [4, 1, 2, 1, 4, 4, 4])
  // Nobody looks at flag 1 between its two writes, so that the second is local where caches write back.
  assert.deepEqual(countsOf(second), [6, 3, 2, 1, 5, 4, 6])
})

test('in the queue of one variable, each try is a read-modify-write', () => {
  // (first, last) is (0, 0). p_0: (0, 1), its place is 0; it enters. p_1: (0, 0), its place is 1; it tries twice in vain.
  // p_0 leaves: (1, 0). p_1 enters, and leaves: (0, 0).
  const [first, second] = passagesOf(rmwQueueLock, 2, turns([0, 2], [1, 3], [0, 1], [1, 2]))
  // Where caches write back, who touches the variable again before anybody else does so for free.
  assert.deepEqual(countsOf(first), [3, 0, 0, 3, 3, 2, 3])
  assert.deepEqual(countsOf(second), [5, 0, 0, 5, 5, 2, 5])
})

test('in the queue with handover, who waits does so at its own variable, and only the tail, the place before and the signal are remote', () => {
  // p_0 stands at place 2, finds place 0 before it, which is its own and free, and enters. p_1 stands at place 3, finds
  // place 2 before it, leaves its number there and waits once in vain. p_0 finds that number and signals.
  const [first, second] = passagesOf(handoverLock, 2, turns([0, 4], [1, 5], [0, 2], [1, 2]))
  // Remote in a distributed memory: the tail and the signal.
  assert.deepEqual(countsOf(first), [6, 0, 3, 3, 6, 6, 2])
  // Remote there: the tail and place 2.
  assert.deepEqual(countsOf(second), [7, 2, 2, 3, 6, 5, 2])
})

test('with the set in one variable, two changes of it and a signal are all that is remote', () => {
  // p_0 finds the set empty. p_1 finds p_0 in it and waits once in vain, p_2 does the same. p_0 leaves and signals p_1, the
  // next after it; that one enters, leaves, and signals p_2, who finds nobody behind it.
  const schedule = turns([0, 1], [1, 2], [2, 2], [0, 2], [1, 4], [2, 3])
  const [first, second, third] = passagesOf(rmwSetLock, 3, schedule)
  assert.deepEqual(countsOf(first), [3, 0, 1, 2, 3, 3, 3])
  // It reads its own signal twice and takes it back; then it changes the set again and signals.
  assert.deepEqual(countsOf(second), [6, 2, 2, 2, 6, 6, 3])
  assert.deepEqual(countsOf(third), [5, 2, 1, 2, 5, 5, 2])
})

test('a set that does not fit into a number is refused', () => {
  assert.throws(
    () => executeShared(rmwSetLock, { n: 31, seed: 1 }),
    /works with 30 processors or fewer, not with 31/,
  )
  assert.equal(executeShared(rmwSetLock, { n: 30, seed: 1 }).outcome.kind, 'terminated')
})
