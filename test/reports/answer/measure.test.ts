import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerTo, runs } from '../../helpers/answers.ts'

const sizes = [16, 64]

/** Runs of which each carries so many bits on a channel in a round at most. */
const loaded = (algorithm: string, load: (n: number) => number, topology = 'ring') =>
  runs(algorithm, () => 100, { sizes, topology }).map((row) => ({
    ...row,
    extra: { bits_load: load(row.n) },
  }))

const bits = { measure: 'bits:load', charts: ['channel-load:panel=topology'] } as const

test('an experiment about bits is answered with what each algorithm takes at the largest size, the least first', () => {
  const rows = ['ring', 'torus'].flatMap((topology) => [
    ...loaded('a', (n) => (topology === 'ring' ? 10 * n : 20 * n), topology),
    ...loaded('b', () => 7, topology),
    ...loaded('c', (n) => (topology === 'ring' ? 8 : n), topology),
  ])
  const { text, details, charts } = answerTo(rows, [], bits)
  assert.match(
    text,
    /^At n = 64, bits per channel and round \(medians on both networks\): 7 of B; 8 to 64 of C; 640 to 1,280 of A\. /,
  )
  // 7 against the 8 of C is 1.14 times fewer, against 64 it is 9.14.
  assert.equal(
    details[0],
    'Of 3 algorithms at the largest sizes, B takes the fewest bits per channel and round on both networks, 1.14 to 9.14 times fewer than the next; all take the same messages and time within 1% on both networks.',
  )
  assert.deepEqual(charts, ['bits-load-against-n', 'bits-load', 'channel-load'])
})

test('more than six algorithms are told by the least and the most', () => {
  const rows = [...'abcdefg'].flatMap((name, i) => loaded(name, () => 10 + i))
  assert.match(
    answerTo(rows, [], bits).text,
    /^At n = 64, bits per channel and round \(median of 6 runs\): least 10 of A, most 16 of G, among 7 algorithms\. /,
  )
})

test('a size at which some runs did not come to their end is not spoken of', () => {
  const [first, ...others] = loaded('c', () => 9).toReversed()
  const rows = [
    ...loaded('a', (n) => n),
    ...loaded('b', () => 7),
    ...others,
    { ...first!, outcome: 'budget' as const },
  ]
  assert.match(
    answerTo(rows, [], bits).text,
    /^At n = 16, bits .*: 7 of B; 9 of C; 16 of A; at larger sizes not all came to their end\. /,
  )
})

test('of two algorithms it is said which takes fewer bits', () => {
  const rows = [...loaded('a', () => 20), ...loaded('b', () => 10)]
  assert.match(
    answerTo(rows, [], bits).text,
    /^B takes fewer bits per channel and round than A at every size: 2 times fewer at n = 64\. /,
  )
})

test('of one algorithm it is said what its bits grow like', () => {
  const rows = runs('a', () => 100, { sizes: [16, 64, 256, 1024, 4096] }).map((row) => ({
    ...row,
    extra: { bits_load: 3 * Math.log2(row.n) },
  }))
  assert.match(
    answerTo(rows, [], { measure: 'bits:load' }).text,
    /^Bits per channel and round of A grow like log n \(n\^0\.\d+ \[.*\] for n from 16 to 4,096\)\. /,
  )
})
