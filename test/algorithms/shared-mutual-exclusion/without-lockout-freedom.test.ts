import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dijkstraMutex, lamportFast, oneBit, ttasLock } from '../../../algorithms/index.ts'
import { assertLocksOut } from '../../helpers/locked-out.ts'
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

test('the one-bit lock locks p_1 out: whenever it has set its bit, it sees that of p_0', () => {
  // p_1 sets its bit. For ever: p_0 sets its own; p_1 sees it and takes its own back; p_0 sees that, enters and leaves; p_1
  // sees that p_0 has left and sets its bit.
  assertLocksOut(oneBit, 2, { processor: 1, stem: [1], cycle: [0, 1, 1, 0, 0, 1, 1] })
})

test('Dijkstra’s lock locks p_0 out: whenever it looks whether p_1 tries, it does', () => {
  // p_1 finds that p_0 has the turn and does not try. p_0 begins; p_1 takes the turn; p_0 sees that. For ever: p_0 says c = 1;
  // p_1 has the turn; p_0 sees b[1] = 0 and again whose turn it is; p_1 says c = 0, sees c[0] = 1, enters, leaves, begins again.
  const stem = turns([1, 4], [0, 1], [1, 1], [0, 1])
  assertLocksOut(dijkstraMutex, 2, { processor: 0, stem, cycle: turns([0, 1], [1, 1], [0, 2], [1, 5]) })
})

test('Lamport’s fast lock locks p_1 out: whenever it comes to the gate, p_0 has closed it', () => {
  // p_1 sets b and x; p_0 sets them, too, finds the gate open, closes it and enters; p_1 finds it closed and takes b back;
  // p_0 opens it; p_1 sees that and begins again.
  const round = turns([1, 2], [0, 5], [1, 2], [0, 2], [1, 1])
  assertLocksOut(lamportFast, 2, { processor: 1, stem: round, cycle: round })
})

test('the test-and-test&set lock locks p_1 out: it sees 0, and p_0 is faster', () => {
  // p_1 sees 0. For ever: p_0 sees 0 and sets the bit; p_1 tries in vain; p_0 leaves; p_1 sees 0.
  assertLocksOut(ttasLock, 2, { processor: 1, stem: [1], cycle: [0, 0, 1, 0, 1] })
})
