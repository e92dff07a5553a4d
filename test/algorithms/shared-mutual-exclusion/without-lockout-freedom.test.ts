import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dijkstraMutex, lamportFast, oneBit } from '../../../algorithms/index.ts'
import { countsOf, passagesOf, turns } from '../../helpers/passages.ts'

// Counts: steps, reads, writes, read-modify-writes, cc, cc-write-back, dsm.

test('in Lamport’s fast lock, five accesses lead in and two out; who finds the gate closed begins again', () => {
  // p_0: b, x, y = nil, y := 0, x = 0. p_1: b, x, y = 0, b := 0, waits once in vain. p_0: y := nil, b := 0. p_1 reads
  // y = nil and then does what p_0 did.
  const [first, second] = passagesOf(lamportFast, 2, turns([0, 5], [1, 5], [0, 2], [1, 8]))
  // It reads x from its cache; where caches write back, b := 0 is local, too.
  assert.deepEqual(countsOf(first), [7, 2, 5, 0, 6, 5, 7])
  // Five reads: y from memory, in vain from the cache, from memory, again from the cache; x. Eight writes: b four times and x
  // twice, of which the first ones are remote where caches write back; y twice, of which the first one is.
  assert.deepEqual(countsOf(second), [13, 5, 8, 0, 10, 5, 13])
})

test('in the one-bit lock, p_1 takes its bit back when it sees that of p_0', () => {
  // Both set their bits. p_0 waits once in vain. p_1 sees the bit of p_0, takes its own back, waits once in vain. p_0 enters
  // and leaves. p_1 sees it, sets its bit again, reads that of p_0 again, and enters.
  const [first, second] = passagesOf(oneBit, 2, [1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 1, 1])
  assert.deepEqual(countsOf(first), [4, 2, 2, 0, 4, 4, 2])
  // Two of its four reads are local with caches. Nobody reads its bit between its last two writes.
  assert.deepEqual(countsOf(second), [8, 4, 4, 0, 6, 5, 4])
})

test('in Dijkstra’s lock of two, n + 4 and n + 8 accesses are six and ten', () => {
  // It is the turn of p_0: b, k, c, c[1], and two writes. p_1 takes the turn: b, k, c, b[0], k := 1; then k, c, c[0], and two.
  const [first, second] = passagesOf(dijkstraMutex, 2, turns([0, 6], [1, 10]))
  assert.deepEqual(countsOf(first), [6, 2, 4, 0, 6, 4, 6])
  // It reads k again from its cache. Where caches write back, the later writes of b and c are local.
  assert.deepEqual(countsOf(second), [10, 4, 6, 0, 9, 6, 10])
})
