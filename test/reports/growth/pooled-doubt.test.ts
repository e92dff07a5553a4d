import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthSentence, growthVerdicts } from '../../../reports/index.ts'
import { runTrial } from '../../../scripts/growth-trials.ts'
import { doubling, type Made, made } from './synthetic.ts'

const kinds = {
  ring: (n: number) => ({ m: n, D: n / 2 }),
  torus: (n: number) => ({ m: 2 * n, D: Math.sqrt(n) }),
  hypercube: (n: number) => ({ m: (n * Math.log2(n)) / 2, D: Math.log2(n) }),
  sparse: (n: number) => ({ m: 4 * n, D: Math.ceil(Math.log2(n) / 2) + 1 }),
  complete: (n: number) => ({ m: (n * (n - 1)) / 2, D: 1 }),
}
type Kind = keyof typeof kinds

/** The verdict on three kinds of network together, with what it says. */
function pooled(names: readonly Kind[], cost: Made['cost'], noise: number, seed: number) {
  const networks = Object.fromEntries(names.map((name) => [name, kinds[name]]))
  const results = made({ cost, sizes: doubling(1024), replicates: 5, noise, networks, seed })
  const verdict = growthVerdicts(results).find(({ topologies }) => topologies.length === 3)!
  return { ...verdict.assessment!, sentence: growthSentence(verdict, results.manifest) }
}

const noises = [0, 0.02, 0.1]
const cases = noises.flatMap((noise) => [1, 2, 3, 4, 5].map((seed) => ({ noise, seed })))

/** No class is named, nor is it said that none fits. */
function assertUndecided(names: readonly Kind[], cost: Made['cost']) {
  for (const { noise, seed } of cases) {
    const { kind, sentence } = pooled(names, cost, noise, seed)
    assert.equal(kind, 'undecided', sentence)
  }
}

test('a constant that outweighs m on some kinds of network only is no reason to say that no class fits', () => {
  // m + 1000 is of the class m. On a ring of 16 the constant is 62 times m, on a complete network of 1,024 a 500th.
  assertUndecided(['ring', 'torus', 'complete'], ({ m }) => m + 1000)
})

test('a term of lower order that outweighs the leading one on all small networks leaves the class open', () => {
  // n m/100 + 20 m is of the class n m, but 20 m is the larger part up to n = 2,000, and m log n is no part of it.
  assertUndecided(['ring', 'torus', 'complete'], ({ n, m }) => (n * m) / 100 + 20 * m)
})

test('costs that lie between n and m are named after neither', () => {
  // √(n m): n on a ring, 1.4 n on a torus, 2 n where m = 4n; there m is near it with a term in n.
  assertUndecided(['ring', 'torus', 'sparse'], ({ n, m }) => Math.sqrt(n * m))
})

test('costs that follow m on some kinds of network, and stay below it on others, are not named after it', () => {
  // m on rings and tori, where m ≤ 2n; 3n where m = 4n.
  assertUndecided(['ring', 'torus', 'sparse'], ({ n, m }) => Math.min(m, 3 * n))
})

test('a sum of two classes of which neither outweighs the other everywhere is named after no third one', () => {
  // m + n√n: n√n is the larger part on a torus and a hypercube, m on a complete network; D m is no part of it.
  assertUndecided(['torus', 'hypercube', 'complete'], ({ n, m }) => m + n ** 1.5)
})

test('a product of powers of n and m is of no class', () => {
  // √(n m): n on a ring, 1.4 n on a torus, and n√n/1.4 on a complete network.
  for (const { noise, seed } of cases) {
    const { kind, sentence } = pooled(
      ['ring', 'torus', 'complete'],
      ({ n, m }) => Math.sqrt(n * m),
      noise,
      seed,
    )
    assert.equal(kind, 'none', sentence)
  }
})

test('the sentence says why no class is named for several kinds of network', () => {
  const { sentence } = pooled(['ring', 'torus', 'complete'], ({ m }) => m + 1000, 0.02, 1)
  assert.match(sentence, /so that no class is named|near none of the classes tried, nor a product of powers/)
})

test('with large terms of lower order, and of no class, at most 1 of 20 trials on several kinds of network is wrong', () => {
  const trials = Array.from({ length: 150 }, (_, i) => runTrial('severalHard', 2004, i))
  const wrong = trials.filter(({ score, isTrueHere }) => score === 'wrong' && !isTrueHere)
  assert.ok(
    wrong.length / trials.length <= 0.05,
    wrong.map(({ law, named }) => `${law}: ${named}`).join(', '),
  )
})
