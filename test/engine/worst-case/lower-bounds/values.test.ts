import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rmwQueueLock, sharedMemoryAlgorithms, tasLock } from '../../../../algorithms/index.ts'
import { done, forceValues, type SharedMemoryAlgorithm, sharedVariable } from '../../../../engine/index.ts'
import { nobodyEnters } from '../../../helpers/few-registers.ts'
import { linesOf, verified } from '../../../helpers/shared-record.ts'

const variables = () => ({ x: sharedVariable({ values: 3, offers: ['modify'] }) })

/** 0 is free, 1 taken, 2 taken while others wait or have waited. */
const threeValues: SharedMemoryAlgorithm<object, typeof variables> = {
  name: 'three-values',
  service: 'mutual exclusion',
  requires: {},
  guarantees: 'no deadlock',
  variables,
  initially: () => ({}),
  operations: {
    acquire: {
      1: (_, { x }) =>
        x.modify(
          (value) => (value === 0 ? 1 : 2),
          (before) => (before === 0 ? done : 2),
        ),
      2: (_, { x }) =>
        x.modify(
          () => 2,
          (before) => (before === 0 ? done : 2),
        ),
    },
    release: { 1: (_, { x }) => x.write(0, done) },
  },
}

const shown = (lock: SharedMemoryAlgorithm, n: number) => {
  const found = forceValues(lock, n)
  const { first_error, repeated, end } = verified(lock, linesOf(found.recorded.blocks))
  assert.equal(first_error, null)
  return { ...found, repeated, end: end! }
}

test('one bit: it is 1 whoever waits, so p_0 goes out and in again for ever while p_1 waits', () => {
  for (const n of [2, 3]) {
    const { contents, bypassed, violated, repeated, end } = shown(tasLock, n)
    assert.deepEqual(
      contents,
      Array.from({ length: n }, () => [1]),
    )
    assert.deepEqual([bypassed, violated], [{ processor: 1, by: [0] }, null])
    // It writes 0, then sets the bit.
    assert.equal(repeated, 2)
    assert.deepEqual(end.shows, { measure: 'bypass', value: null })
  }
})

test('three values are enough for two processors to be told apart, not for three', () => {
  // By hand: 1 when p_0 has entered, 2 when p_1 waits, and 2 still when p_2 does.
  const two = shown(threeValues, 2)
  assert.deepEqual([two.contents, two.bypassed], [[[1], [2]], null])
  const { contents, bypassed, end } = shown(threeValues, 3)
  assert.deepEqual(contents, [[1], [2], [2]])
  assert.deepEqual(bypassed, { processor: 2, by: [0, 1] })
  assert.deepEqual(end.shows, { measure: 'bypass', value: null })
})

test('one variable with n² values: the n contents are the places of the queue that are taken', () => {
  for (const n of [2, 3, 4, 5]) {
    const { contents, bypassed } = shown(rmwQueueLock, n)
    // first is 0, and last has gone on by 1, 2 … n, modulo n.
    assert.deepEqual(
      contents.map(([value]) => Number(value) % n),
      Array.from({ length: n }, (_, i) => (i + 1) % n),
    )
    assert.equal(bypassed, null)
  }
})

test('no lock of the catalogue that claims a bounded bypass has fewer contents than processors', () => {
  const few: string[] = []
  for (const lock of sharedMemoryAlgorithms) {
    const n = lock.requires.size ?? 3
    const { contents, bypassed, violated } = shown(lock, n)
    assert.equal(violated, null, lock.name)
    assert.equal(bypassed === null, new Set(contents.map(String)).size === n, lock.name)
    if (bypassed === null) continue
    few.push(lock.name)
    assert.equal(lock.claims?.bypass, undefined, lock.name)
  }
  assert.ok(few.includes('tas-lock') && few.includes('ttas-lock'), few.join())
})

test('a lock in which nobody enters is in a deadlock', () => {
  const { violated, end } = shown(nobodyEnters, 3)
  assert.deepEqual([violated, end.property], ['no deadlock', 'no deadlock'])
})

test('one processor alone is refused', () => {
  assert.throws(() => forceValues(tasLock, 1), {
    name: 'InputError',
    message: /two or more processors; here n = 1/,
  })
})
