import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doubling, multiplying, parseSizes, stepping } from '../../../experiments/definition/sizes.ts'
import fc from '../../helpers/property.ts'

const between = (min: number, max: number) => fc.integer({ min, max })

test('the documented spellings mean what the documentation says', () => {
  assert.deepEqual(parseSizes('16..128'), [16, 32, 64, 128])
  assert.deepEqual(parseSizes('16..4096x4'), [16, 64, 256, 1024, 4096])
  assert.deepEqual(parseSizes('10..50+10'), [10, 20, 30, 40, 50])
  assert.deepEqual(parseSizes('16,20,50'), [16, 20, 50])
  assert.deepEqual(parseSizes('3, 16..64'), [3, 16, 32, 64])
  assert.deepEqual(parseSizes('7'), [7])
})

test('a range ends at the last size that does not exceed its end', () => {
  assert.deepEqual(doubling(16, 65), [16, 32, 64])
  assert.deepEqual(stepping(1, 10, 4), [1, 5, 9])
})

test('consecutive sizes of a range stand in the ratio, or at the distance, that it names', () => {
  fc.assert(
    fc.property(between(1, 1000), between(0, 100_000), between(2, 9), (from, length, by) => {
      const to = from + length
      for (const [sizes, next] of [
        [multiplying(from, to, by), (n: number) => n * by],
        [stepping(from, to, by * 20), (n: number) => n + by * 20],
      ] as const) {
        assert.equal(sizes[0], from)
        assert.deepEqual(sizes.slice(1), sizes.slice(0, -1).map(next))
        assert.ok(sizes.at(-1)! <= to && next(sizes.at(-1)!) > to)
      }
    }),
  )
})

test('reading what was written gives the same sizes', () => {
  fc.assert(
    fc.property(between(1, 1000), between(0, 9000), between(2, 9), (from, length, by) => {
      const to = from + length
      assert.deepEqual(parseSizes(`${from}..${to}`), doubling(from, to))
      assert.deepEqual(parseSizes(`${from}..${to}x${by}`), multiplying(from, to, by))
      assert.deepEqual(parseSizes(`${from}..${to}+${by}`), stepping(from, to, by))
    }),
  )
  fc.assert(
    fc.property(fc.uniqueArray(between(1, 1e9), { minLength: 1 }), (list) => {
      assert.deepEqual(parseSizes(list.join(',')), list)
    }),
  )
})

test('sizes that cannot be read are refused with the part at fault', () => {
  const cases: Readonly<Record<string, string>> = {
    '16...64':
      'sizes “16...64”: cannot read “16...64”; write 16..4096 (doubling), 16..4096x4, 10..100+10 or 16,20,50',
    '16,': 'sizes “16,”: cannot read “”; write 16..4096 (doubling), 16..4096x4, 10..100+10 or 16,20,50',
    '-4': 'sizes “-4”: cannot read “-4”; write 16..4096 (doubling), 16..4096x4, 10..100+10 or 16,20,50',
    '0': 'sizes “0”: the first size is 0; it must be an integer of at least 1',
    '64..16': 'sizes “64..16”: the range 64..16 is empty: it ends before it begins',
    '16..64x1': 'sizes “16..64x1”: the factor is 1; it must be an integer of at least 2',
    '16..64+0': 'sizes “16..64+0”: the step is 0; it must be an integer of at least 1',
    '1..20000+1': 'sizes “1..20000+1”: the range 1..20000 holds more than 10000 sizes',
    '16,32,16': 'sizes “16,32,16”: 16 stands there twice',
    '99999999999999999999':
      'sizes “99999999999999999999”: the first size is 100000000000000000000; it must be an integer of at least 1',
  }
  for (const [text, message] of Object.entries(cases))
    assert.throws(() => parseSizes(text), { name: 'InputError', message })
})
