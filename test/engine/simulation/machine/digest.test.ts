import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Digest } from '../../../../engine/simulation/machine/digest.ts'
import fc from '../../../helpers/property.ts'

const digest = (...values: unknown[]): number =>
  values.reduce<Digest>((sum, value) => sum.add(value), new Digest()).value

test('equal values have equal digests', () => {
  fc.assert(
    fc.property(fc.object({ withMap: true, withSet: true, withTypedArray: true }), (value) => {
      assert.equal(digest(structuredClone(value)), digest(value))
    }),
  )
})

test('what differs in one small part has another digest', () => {
  const values = [
    null,
    undefined,
    0,
    -0,
    1,
    '1',
    true,
    'true',
    [],
    [0],
    [[0]],
    [0, 0],
    { a: 0 },
    { a: 1 },
    { b: 0 },
    { a: { b: 0 } },
    new Set([1]),
    new Set([2]),
    new Map([[1, 2]]),
    new Uint8Array([1, 2]),
  ]
  assert.equal(new Set(values.map((value) => digest({ value }))).size, values.length)
  assert.notEqual(digest('a', 'b'), digest('b', 'a'))
})

test('of a large value, the beginning is looked at, and what contains itself has an end', () => {
  const large = (last: number) => [...new Array(1000).fill(0), last]
  assert.equal(digest(large(1)), digest(large(2)))
  const cyclic: { self?: object } = {}
  cyclic.self = cyclic
  assert.equal(digest(cyclic), digest(cyclic))
})
