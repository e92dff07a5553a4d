import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deriveSeed, Random, Streams } from '../../engine/random.ts'
import { assertDistribution } from '../helpers/kolmogorov-smirnov.ts'
import fc from '../helpers/property.ts'

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const state = fc.tuple(word, word, word, word).filter((words) => words.some((w) => w !== 0))
const uniformCdf = (x: number) => Math.min(1, Math.max(0, x))

/** xoshiro128** 1.1 as its authors define it, in integers of any size. */
function* reference(words: readonly number[]): Generator<number> {
  const mask = 2n ** 32n - 1n
  const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & mask
  let [a, b, c, d] = words.map(BigInt) as [bigint, bigint, bigint, bigint]
  for (;;) {
    yield Number((rotate((b * 5n) & mask, 7n) * 9n) & mask)
    const shifted = (b << 9n) & mask
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11n)
  }
}

/** A generator that draws these words and then throws. */
function scripted(...words: number[]): Random {
  return new (class extends Random {
    override bits(): number {
      const next = words.shift()
      if (next === undefined) throw new RangeError('no more words')
      return next
    }
  })(1, 2, 3, 4)
}

test('the generator gives the published numbers of xoshiro128** 1.1', () => {
  // The vector of the Rust crate rand_xoshiro, made by the authors' program from the state 1, 2, 3, 4.
  const published = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]
  const random = new Random(1, 2, 3, 4)
  for (const expected of published) assert.equal(random.bits(), expected)
  // The vector of edorfaus/xoshiro-6502, made by the same program from another state.
  const other = new Random(0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0)
  for (const expected of [0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70])
    assert.equal(other.bits(), expected)
})

test('from any state the generator agrees with its definition', () => {
  fc.assert(
    fc.property(state, (words) => {
      const random = new Random(...words)
      const expected = reference(words)
      for (let i = 0; i < 50; i++) assert.equal(random.bits(), expected.next().value)
    }),
  )
})

test('uniform is made of 27 bits of one word and 26 of the next', () => {
  assert.equal(scripted(0, 0).uniform(), 0)
  assert.equal(scripted(0xffffffff, 0xffffffff).uniform(), 1 - 2 ** -53)
  assert.equal(scripted(0x80000000, 0).uniform(), 0.5)
  // The lowest bits that count stand for 2^−27 and 2^−53.
  assert.equal(scripted(0b100000, 0b111111).uniform(), 2 ** -27)
  assert.equal(scripted(0b011111, 0b1000000).uniform(), 2 ** -53)
})

test('uniformPositive is in (0, 1]', () => {
  assert.equal(scripted(0, 0).uniformPositive(), 1)
  assert.equal(scripted(0xffffffff, 0xffffffff).uniformPositive(), 2 ** -53)
})

test('uniform numbers are uniform', () => {
  const random = new Streams(2004).stream('delays')
  assertDistribution(
    Float64Array.from({ length: 50_000 }, () => random.uniform()),
    uniformCdf,
  )
})

test('integer is unbiased: each value comes from exactly ⌊2^32 / bound⌋ words', () => {
  /** What integer makes of one word; null if it rejects it and asks for another. */
  const made = (x: number, bound: number): number | null => {
    try {
      return scripted(x).integer(bound)
    } catch {
      return null
    }
  }
  const boundAndValue = fc
    .integer({ min: 1, max: 2 ** 32 })
    .chain((bound) => fc.tuple(fc.constant(bound), fc.integer({ min: 0, max: bound - 1 })))
  fc.assert(
    fc.property(boundAndValue, ([bound, value]) => {
      // The value is the upper half of word · bound, so its words are a run, from `first` to `last`. Along it the
      // lower half starts below bound and grows by bound, and it is rejected below 2^32 mod bound < bound: so at
      // most the first word of the run is rejected.
      const firstWith = (v: number) => Number((BigInt(v) * 2n ** 32n + BigInt(bound) - 1n) / BigInt(bound))
      const first = firstWith(value)
      const last = firstWith(value + 1) - 1
      const firstMade = made(first, bound)
      assert.ok(firstMade === value || firstMade === null)
      assert.equal(last - first + (firstMade === null ? 0 : 1), Math.floor(2 ** 32 / bound))
      for (const x of [first + 1, last]) if (first < x && x <= last) assert.equal(made(x, bound), value)
    }),
    { numRuns: 1000 },
  )
})

test('a shuffled list holds the same items, and a permutation every index once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
      const stream = new Streams(seed).stream('test')
      const sorted = (list: Iterable<number>) => [...list].sort((a, b) => a - b)
      assert.deepEqual(sorted(stream.shuffle([...items])), sorted(items))
      assert.deepEqual(sorted(stream.permutation(items.length)), [...items.keys()])
    }),
  )
})

test('all 24 orders of four items are equally likely', () => {
  const stream = new Streams(24).stream('test')
  const counts = new Map<string, number>()
  for (let i = 0; i < 24_000; i++) {
    const order = stream.permutation(4).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  assert.equal(counts.size, 24)
  // Pearson's statistic has 23 degrees of freedom; it exceeds 41.64 with probability 1 %.
  const statistic = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
  assert.ok(statistic < 41.64, `${statistic}`)
})

test('the same seed, purpose and index give the same numbers; anything else gives others', () => {
  const draws = (seed: number, purpose: string, index?: number) => {
    const stream = new Streams(seed).stream(purpose, index)
    return [stream.bits(), stream.bits(), stream.bits(), stream.bits()].join()
  }
  assert.equal(draws(1, 'delays'), draws(1, 'delays', 0))
  const keys = new Set<string>()
  const purposes = ['topology', 'ports', 'identifiers', 'values', 'root', 'wake-up', 'delays', 'coins']
  for (let seed = 0; seed < 50; seed++)
    for (const purpose of purposes)
      for (let index = 0; index < 250; index++) keys.add(draws(seed, purpose, index))
  assert.equal(keys.size, 50 * purposes.length * 250)
})

test('streams of neighbouring indices or seeds look independent', () => {
  const byIndex = (i: number) => new Streams(2004).stream('coins', i)
  const bySeed = (i: number) => new Streams(i).stream('delays')
  for (const streamOf of [byIndex, bySeed]) {
    // Their first numbers are uniform, and so is the difference modulo 1 of the first numbers of two neighbours.
    const firsts = Float64Array.from({ length: 20_000 }, (_, i) => streamOf(i).uniform())
    assertDistribution(firsts, uniformCdf)
    assertDistribution(
      firsts.subarray(1).map((x, i) => (x - firsts[i]! + 1) % 1),
      uniformCdf,
    )
  }
})

test('derived seeds are safe integers that tell all coordinates apart', () => {
  const seeds = new Set<number>()
  for (let n = 0; n < 200; n++)
    for (let replicate = 0; replicate < 200; replicate++) seeds.add(deriveSeed(2004, 'ring', n, replicate))
  assert.equal(seeds.size, 200 * 200)
  for (const seed of seeds) assert.ok(Number.isSafeInteger(seed) && seed >= 0)
  assert.ok(Math.max(...[...seeds].slice(0, 1000)) > 2 ** 52)
  const alike = [
    deriveSeed(1, 'a', 'b'),
    deriveSeed(1, 'ab'),
    deriveSeed(1, 'a,b'),
    deriveSeed(1, 'a', 'b', ''),
  ]
  assert.equal(new Set([...alike, deriveSeed(1, 1), deriveSeed(1, '1')]).size, 6)
})

test('shuffling the first items of an array shuffles them as if there were no others', () => {
  const [whole, part] = [new Random(1, 2, 3, 4), new Random(1, 2, 3, 4)]
  assert.deepEqual(part.shuffle([0, 1, 2, 3, 4, 5, 6], 4), [...whole.shuffle([0, 1, 2, 3]), 4, 5, 6])
})
