import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneBit, sharedMemoryAlgorithms, tasLock } from '../../../../algorithms/index.ts'
import { exploreShared, forceRegisters } from '../../../../engine/index.ts'
import { nobodyEnters, oneRegister, sharedBit, traceless } from '../../../helpers/few-registers.ts'
import { linesOf, verified } from '../../../helpers/shared-record.ts'

test('one register: p_0 is stopped before it writes, p_1 enters, p_0 writes over it and enters', () => {
  // By hand: p_0 reads 0 and covers x. p_1 reads 0, writes 2, reads 2 and enters. p_0 writes 1, reads 1 and enters.
  const { registers, violated, covered, recorded } = forceRegisters(oneRegister, 2)
  assert.deepEqual([registers, violated, covered], [1, 'mutual exclusion', ['x']])
  const steps = linesOf(recorded.blocks)
    .slice(1, -1)
    .map((line) => JSON.parse(line).p)
  assert.deepEqual(steps, [0, 1, 1, 1, 0, 0])
})

for (const n of [2, 3, 4])
  test(`n − 1 registers are too few for ${n}: all are covered, and two enter`, () => {
    const { registers, violated, covered, recorded } = forceRegisters(sharedBit, n)
    assert.deepEqual([registers, violated], [n - 1, 'mutual exclusion'])
    assert.deepEqual(
      [...covered].sort(),
      Array.from({ length: n - 1 }, (_, i) => `b[${i}]`),
    )
    const { first_error, end } = verified(sharedBit, linesOf(recorded.blocks))
    assert.deepEqual([first_error, end!.property], [null, 'mutual exclusion'])
  })

test('with three, the exploration of all interleavings finds two inside as well', () => {
  assert.equal(exploreShared(sharedBit, { n: 3, costs: false }).violation?.property, 'mutual exclusion')
})

test('who enters without a trace is not noticed, and who never enters alone is in a deadlock', () => {
  const without = forceRegisters(traceless, 2)
  assert.deepEqual(
    [without.violated, without.covered, without.recorded.end.steps],
    ['mutual exclusion', [], 2],
  )
  const never = forceRegisters(nobodyEnters, 3)
  const { first_error, repeated, end } = verified(nobodyEnters, linesOf(never.recorded.blocks))
  assert.deepEqual([first_error, repeated, end!.property], [null, 1, 'no deadlock'])
})

test('every lock of registers in the catalogue has n of them covered at once', () => {
  let tried = 0
  for (const lock of sharedMemoryAlgorithms) {
    const n = lock.requires.size ?? 3
    let found: ReturnType<typeof forceRegisters>
    try {
      found = forceRegisters(lock, n)
    } catch (error) {
      assert.match(
        (error as Error).message,
        /only read and written; \S+ of \S+ offers (test&set|fetch&add|swap|compare&swap|read-)/,
      )
      continue
    }
    tried++
    assert.deepEqual([lock.name, found.violated, new Set(found.covered).size], [lock.name, null, n])
    assert.ok(found.registers >= n)
    // What is covered is what each would write next: the record goes on with these writes.
    const { end } = verified(lock, linesOf(found.recorded.blocks))
    assert.equal(end!.outcome, 'budget')
  }
  assert.equal(tried, 10)
})

test('the lock with one bit each has no register too many, for up to five processors', () => {
  for (const n of [2, 3, 4, 5]) {
    const { registers, covered } = forceRegisters(oneBit, n)
    assert.deepEqual(
      [registers, [...covered].sort()],
      [n, Array.from({ length: n }, (_, i) => `wants[${i}]`)],
    )
  }
})

test('it is about two or more processors, and about registers', () => {
  assert.throws(() => forceRegisters(oneBit, 1), /about two or more processors; here n = 1/)
  assert.throws(() => forceRegisters(tasLock, 2), /only read and written; lock of tas-lock offers test&set/)
})
