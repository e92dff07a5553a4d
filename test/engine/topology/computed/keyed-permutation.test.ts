import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeyedPermutation } from '../../../../engine/topology/computed/keyed-permutation.ts'
import fc from '../../../helpers/property.ts'

const seeds = fc.record({ a: fc.integer(), b: fc.integer(), index: fc.nat(2 ** 27) })

test('each key permutes the numbers below the size, and the two look-ups are inverse', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 300 }), ({ a, b, index }, size) => {
      const permutation = new KeyedPermutation(size, a, b)
      const key = permutation.key(index)
      const items = Array.from({ length: size }, (_, place) => permutation.at(key, place))
      assert.deepEqual(
        items.toSorted((x, y) => x - y),
        Array.from(items, (_, i) => i),
      )
      for (const [place, item] of items.entries()) assert.equal(permutation.placeOf(key, item), place)
    }),
  )
})

test('the look-ups are inverse at the largest sizes too', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 2 ** 16 }), fc.nat(), ({ a, b, index }, size, some) => {
      const permutation = new KeyedPermutation(size, a, b)
      const key = permutation.key(index)
      assert.equal(permutation.placeOf(key, permutation.at(key, some % size)), some % size)
    }),
  )
})

/** How far Pearson's statistic against equal frequencies is from its mean, in standard deviations. */
function deviation(outcomes: readonly string[], kinds: number): number {
  const counts = new Map<string, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const expected = outcomes.length / kinds
  let statistic = (kinds - counts.size) * expected
  for (const count of counts.values()) statistic += (count - expected) ** 2 / expected
  return (statistic - (kinds - 1)) / Math.sqrt(2 * (kinds - 1))
}

test('all permutations of up to five are equally frequent over the keys', () => {
  for (const [size, factorial] of [
    [2, 2],
    [3, 6],
    [4, 24],
    [5, 120],
  ] as const) {
    const permutation = new KeyedPermutation(size, 12, 34)
    const drawn = Array.from({ length: 40_000 }, (_, index) => {
      const key = permutation.key(index)
      return Array.from({ length: size }, (_, place) => permutation.at(key, place)).join()
    })
    assert.ok(deviation(drawn, factorial) < 4, `size ${size}`)
  }
})

test('what stands at two places of a larger permutation is any ordered pair with equal frequency', () => {
  for (const size of [17, 20, 33]) {
    const permutation = new KeyedPermutation(size, 56, 78)
    for (const [first, second] of [
      [0, 1],
      [0, 16],
      [7, 12],
    ] as const) {
      const drawn = Array.from({ length: 40_000 }, (_, index) => {
        const key = permutation.key(index)
        return `${permutation.at(key, first)} ${permutation.at(key, second)}`
      })
      assert.ok(deviation(drawn, size * (size - 1)) < 4, `size ${size}, places ${first} and ${second}`)
    }
  }
})
