import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aw2p, awTournament, filterLock, tournament, yangAnderson } from '../../../algorithms/index.ts'
import { countsOf, passagesOf, turns } from '../../helpers/passages.ts'

// Counts: steps, reads, writes, read-modify-writes, cc, cc-write-back, dsm.

test('in the tournament of three, p_0 and p_1 meet at the leaves and p_2 at the root', () => {
  // p_0 goes up alone: two writes and a read at each node. p_1 waits at the first node, p_2 at the root, each for one round
  // of two reads. p_0 leaves; p_2 reads that, enters and leaves; then p_1 reads that p_0 has left and goes up alone.
  const schedule = turns([0, 6], [1, 4], [2, 7], [0, 2], [2, 3], [1, 6])
  const [first, second, third] = passagesOf(tournament, 3, schedule)
  assert.deepEqual(
    [first, second, third].map((passage) => passage!.processor),
    [0, 2, 1],
  )
  assert.deepEqual(countsOf(first), [8, 2, 6, 0, 8, 8, 8])
  // The copy of turn is good from its own write on. Nobody has read what it writes in its exit since its entry.
  assert.deepEqual(countsOf(second), [10, 4, 6, 0, 9, 7, 10])
  assert.deepEqual(countsOf(third), [10, 4, 6, 0, 9, 7, 10])
})

test('in the bounded lock for two, who has priority waits for the one who came before', () => {
  // p_0 has priority. p_1 finds want[0] = 0 twice and enters. p_0 finds want[1] = 1, but has priority; so it sets its bit and
  // waits, once in vain. p_1 gives it the priority and leaves.
  const [first, second] = passagesOf(aw2p, 2, turns([1, 5], [0, 6], [1, 2], [0, 3]))
  // The second read of want[0] is local; where caches write back, the second write of want[1] is, too.
  assert.deepEqual(countsOf(first), [7, 3, 4, 0, 6, 5, 7])
  // Local are the second reads of priority and of want[1]; where caches write back, the second and third write of want[0].
  assert.deepEqual(countsOf(second), [9, 5, 4, 0, 7, 5, 9])
})

test('in the tournament of bounded locks, three passages one after the other take fourteen steps each', () => {
  // At each of two nodes: want := 0, the other’s want, want := 1, priority, the other’s want again, from the cache; then
  // priority and want := 0. Where caches write back, the second and third write of want are local.
  for (const passage of passagesOf(awTournament, 3, turns([0, 14], [1, 14], [2, 14])))
    assert.deepEqual(countsOf(passage), [14, 6, 8, 0, 12, 8, 14])
})

test('in Yang and Anderson’s lock, who waits does so at its own variable', () => {
  // p_0 finds no rival: four steps. p_1 finds it, is the last, finds spin[0] = 0 and sets it, and waits once in vain. p_0
  // leaves, finds that p_1 is the last, and sets spin[1] := 2. p_1 reads that, is still the last, reads it again: it enters.
  const [first, second] = passagesOf(yangAnderson, 2, turns([0, 4], [1, 8], [0, 3], [1, 5]))
  // All but the write of spin[0] are remote in a distributed memory.
  assert.deepEqual(countsOf(first), [7, 2, 5, 0, 7, 7, 6])
  // spin[1] is written once and read three times; with caches one of these reads is remote. Its three reads of who is the
  // last find its own write. Nobody reads competitor[1] between its two writes.
  assert.deepEqual(countsOf(second), [13, 8, 5, 0, 8, 7, 9])
})

test('in the filter lock of two, who comes last is kept back, as in Peterson’s lock for two', () => {
  // Both come to level 1, p_1 last. p_0 reads level[1] = 1 and that p_1 is the victim, and enters. p_1 reads level[0] = 1 and
  // that it is the victim itself. p_0 leaves; p_1 reads level[0] = 0.
  const [first, second] = passagesOf(filterLock, 2, [0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1])
  assert.deepEqual(countsOf(first), [5, 2, 3, 0, 5, 5, 5])
  assert.deepEqual(countsOf(second), [6, 3, 3, 0, 5, 5, 6])
})
