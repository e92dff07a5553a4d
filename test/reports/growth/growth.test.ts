import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthSentence, growthVerdicts, type Results } from '../../../reports/index.ts'
import { doubling, type Made, made } from './synthetic.ts'

const first = (results: Results) => growthVerdicts(results)[0]!
const sentence = (given: Made) => {
  const results = made(given)
  return growthSentence(first(results), results.manifest)
}

test('costs of exactly 2m − n + 1 on a ring grow like n, as m and D do there', () => {
  // m = n on a ring, so the cost is n + 1.
  const { assessment } = first(made({ cost: ({ n, m }) => 2 * m - n + 1, sizes: doubling(1024), seed: 1 }))
  assert.equal(assessment!.kind, 'grows')
  const { text, aliases, share } = assessment!.contenders[0]!
  assert.deepEqual([text, aliases, share], ['n', ['m', 'D'], 1])
})

test('2.5 n log₂ n + 10 n, whose slope is 1.12, grows like n log n', () => {
  const cost = ({ n }: { n: number }) => 2.5 * n * Math.log2(n) + 10 * n
  const { assessment } = first(made({ cost, sizes: doubling(4096), replicates: 10, noise: 0.05, seed: 1 }))
  assert.deepEqual([assessment!.kind, assessment!.contenders[0]!.text], ['grows', 'n log n'])
  // Least squares over log₂ n = 4 … 12 of ln(2.5 n (log₂ n + 4)), by hand: 1.120.
  assert.ok(Math.abs(assessment!.exponent.value - 1.12) < 0.01)
})

test('n^1.75 is no class', () => {
  assert.match(
    sentence({ cost: ({ n }) => 3 * n ** 1.75, sizes: doubling(1024), replicates: 5, noise: 0.03, seed: 1 }),
    /^Messages of Flooding \(Ring, asynchronous, delays uniform on \(0, 1\]\) fit none of the classes tried \(n\^1\.7\d \[1\.7\d, 1\.7\d\] for n from 16 to 1,024\); /,
  )
})

test('one’s own class is tried with the others', () => {
  const given = {
    cost: ({ n }: { n: number }) => n ** 1.75,
    sizes: doubling(1024),
    replicates: 5,
    noise: 0.03,
    seed: 1,
  }
  const results = made(given)
  const experiment = { ...results.manifest.experiment, growthClasses: ['n sqrt(n sqrt(n))'] }
  const { assessment } = first({ ...results, manifest: { ...results.manifest, experiment } })
  assert.deepEqual([assessment!.kind, assessment!.contenders[0]!.text], ['grows', 'n √(n √ n)'])
})

test('much noise on a small range leaves classes that cannot be told apart, and says what would tell them', () => {
  assert.match(
    sentence({
      cost: ({ n }) => n * Math.log2(n),
      sizes: doubling(256),
      replicates: 3,
      noise: 0.15,
      seed: 1,
    }),
    / cannot be told apart \(n\^1\.\d\d \[.*\] for n from 16 to 256; .* of 1,000 resamples; .* typically .* off, .*; sizes up to .* would tell them apart\.$/,
  )
})

const wide = { sizes: doubling(16_384), replicates: 10, noise: 0.05, seed: 1 }

test('a class that beats all others is not named if its curve misses the costs by more than chance explains', () => {
  for (const cost of [
    ({ n }: { n: number }) => n + 1000,
    ({ n }: { n: number }) => Math.max(1000, n),
    ({ n }: { n: number }) => (n * n) / 100 + 20 * n,
  ]) {
    const { assessment } = first(made({ ...wide, cost }))
    assert.deepEqual([assessment!.kind, assessment!.doubt], ['undecided', 'misfit'])
    assert.match(
      sentence({ ...wide, cost }),
      /comes nearest \(.*by more than chance explains, so that no class is named\.$/,
    )
  }
})

test('n/log n is a class of its own on a wide range, and left open on a narrow one', () => {
  const cost = ({ n }: { n: number }) => n / Math.log2(n)
  assert.match(
    sentence({ ...wide, cost }),
    /grow like n\/log n \(n\^0\.\d\d .* for n from 16 to 16,384;.*\); √n and n are excluded\.$/,
  )
  const { assessment } = first(made({ ...wide, cost, sizes: doubling(1024) }))
  assert.equal(assessment!.kind, 'undecided')
})

test('a slope that the leading term alone does not have is explained, or the class is not named', () => {
  // On 16 … 16,384 the slope of n log₂ n alone is 1.17 by least squares, and that of n log₂ n − n is steeper.
  const cost = ({ n }: { n: number }) => n * (Math.log2(n) - 1)
  assert.match(
    sentence({ ...wide, noise: 0.01, cost }),
    /like n log n .*; n log n alone would have the exponent 1\.17, and a term in n makes the difference\.$/,
  )
  // n^1.6 on a short range is near n√n with a term taken away, and nothing shows that term.
  const short = {
    cost: ({ n }: { n: number }) => n ** 1.6,
    sizes: doubling(128),
    replicates: 10,
    noise: 0.05,
    seed: 1,
  }
  assert.notEqual(first(made(short)).assessment!.kind, 'grows')
})

test('two terms of the same order have coefficients of their own on several kinds of network', () => {
  const networks = {
    ring: (n: number) => ({ m: n, D: n / 2 }),
    torus: (n: number) => ({ m: 2 * n, D: Math.sqrt(n) }),
    complete: (n: number) => ({ m: (n * (n - 1)) / 2, D: 1 }),
  }
  const results = made({
    cost: ({ n, m }) => 2 * m + 5 * n * Math.log2(n),
    sizes: doubling(1024),
    replicates: 5,
    noise: 0.05,
    networks,
    seed: 1,
  })
  const { assessment } = growthVerdicts(results).at(-1)!
  assert.deepEqual([assessment!.kind, assessment!.contenders[0]!.text], ['grows', 'a m + b n log n'])
})

test('too few sizes, or too near to each other, say what is missing', () => {
  const cost = ({ n }: { n: number }) => n
  assert.equal(
    sentence({ cost, sizes: [16], replicates: 9, seed: 1 }),
    'How messages of Flooding (Ring, asynchronous, delays uniform on (0, 1]) grow cannot be judged: it takes at least 4 sizes, and there is 1.',
  )
  assert.equal(
    sentence({ cost, sizes: doubling(128), seed: 1 }),
    'How messages of Flooding (Ring, asynchronous, delays uniform on (0, 1]) grow cannot be judged: it takes at least 5 sizes where there are no replicates, and there are 4.',
  )
  assert.match(
    sentence({ cost, sizes: [16, 20, 24, 28, 32], seed: 1 }),
    /must be at least 4 times the smallest, and is 2 times\.$/,
  )
})

test('on several kinds of network together, what is proportional to m is told from what is proportional to n', () => {
  const networks = {
    ring: (n: number) => ({ m: n, D: n / 2 }),
    torus: (n: number) => ({ m: 2 * n, D: Math.sqrt(n) }),
    complete: (n: number) => ({ m: (n * (n - 1)) / 2, D: 1 }),
  }
  const results = made({
    cost: ({ n, m }) => 2 * m - n + 1,
    sizes: doubling(1024),
    replicates: 3,
    networks,
    seed: 1,
  })
  const verdicts = growthVerdicts(results)
  const classes = verdicts.map(({ assessment }) => [assessment!.kind, assessment!.contenders[0]!.text])
  assert.deepEqual(classes, [
    ['grows', 'n'],
    ['grows', 'n'],
    ['grows', 'n²'],
    ['grows', 'm'],
  ])
})

test('kinds of network that need different constants have no class in common', () => {
  // The cost is D on the first and 3 D on the second, so that one constant is √3 = 1.7 times off on each.
  const networks = {
    ring: (n: number) => ({ m: n, D: n / 2 }),
    torus: (n: number) => ({ m: 2 * n, D: Math.sqrt(n) }),
  }
  const cost = ({ n, m, D }: { n: number; m: number; D: number }) => (m === n ? D : 3 * D)
  const verdicts = growthVerdicts(
    made({ cost, sizes: doubling(1024), replicates: 5, noise: 0.02, networks, seed: 1 }),
  )
  assert.deepEqual(
    verdicts.map(({ assessment }) => assessment!.kind),
    ['grows', 'grows', 'none'],
  )
})

test('the steps of a staircase are no noise of replicates, and widen what is said of it', () => {
  // Between n and 2n, so of the class n and of exponent 1; replicates alone would give an interval of width 0.001.
  const sizes = Array.from({ length: 20 }, (_, i) => 10 * (i + 1))
  const cost = ({ n }: { n: number }) => 2 ** Math.ceil(Math.log2(n))
  const { assessment } = first(made({ cost, sizes, replicates: 4, noise: 0.002, seed: 1 }))
  const { low, high } = assessment!.exponent
  assert.ok(low < 1 && 1 < high && high - low > 0.05, `${low} … ${high}`)
  assert.ok(assessment!.contenders.some(({ text }) => text === 'n'))
})

test('costs of 0 are said to have no logarithm, not to be too few sizes', () => {
  const cost =
    (from: number) =>
    ({ n }: { n: number }) =>
      n < from ? 0 : n
  // n = 16, 32, 64, 128, 256.
  const given = { sizes: doubling(256), replicates: 3, seed: 1 }
  assert.equal(
    sentence({ ...given, cost: cost(1024) }),
    'How messages of Flooding (Ring, asynchronous, delays uniform on (0, 1]) grow cannot be judged: some runs of every size cost 0, which has no logarithm.',
  )
  assert.equal(
    sentence({ ...given, cost: cost(64) }),
    'How messages of Flooding (Ring, asynchronous, delays uniform on (0, 1]) grow cannot be judged: it takes at least 4 sizes, and there are 3 beside 2 with costs of 0, which have no logarithm.',
  )
  assert.match(
    sentence({ ...given, cost: cost(32) }),
    /^Messages of Flooding \(Ring, asynchronous, delays uniform on \(0, 1\]\) grow like n, .* \(n\^1\.00 \[1\.00, 1\.00\] for n from 32 to 256; .*; 1 group with costs of 0, which have no logarithm, left out\); /,
  )
})
