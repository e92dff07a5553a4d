import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthVerdictOn } from '../../../reports/index.ts'
import { makeClaim } from '../../helpers/samples.ts'
import { doubling, made } from './synthetic.ts'

/** What is said of the claim that messages are of this order, if they cost this. */
function verdict(
  formula: string,
  cost: (n: number) => number,
  sizes = doubling(1024),
  when: string | null = null,
) {
  const results = made({ cost: ({ n }) => cost(n), sizes, replicates: 5, noise: 0.03, seed: 1 })
  const claim = makeClaim({ kind: 'order', formula, when })
  const algorithms = results.manifest.algorithms.map((one) => ({ ...one, claims: [claim] }))
  return growthVerdictOn(claim, { ...results, manifest: { ...results.manifest, algorithms } })
}

test('costs that grow like the claim are consistent with it', () => {
  assert.equal(verdict('n log2(n)', (n) => 3 * n * Math.log2(n) + 5 * n).verdict, 'consistent')
  assert.equal(verdict('n ln(n)', (n) => n * Math.log2(n)).verdict, 'consistent')
  assert.equal(verdict('n m', (n) => (n * (n - 1)) / 2).verdict, 'consistent')
})

test('costs that grow faster than the claim are inconsistent with it, also if they are of no class', () => {
  assert.equal(verdict('n log2(n)', (n) => n * n).verdict, 'inconsistent')
  assert.equal(verdict('n^2', (n) => n ** 2.5).verdict, 'inconsistent')
  // Beside n there may be a term that takes away part of it at small sizes, so that the exponent is above 1.
  assert.notEqual(verdict('n', (n) => n - Math.sqrt(n)).verdict, 'inconsistent')
})

test('costs that grow more slowly leave the claim open: it is about the largest of all executions', () => {
  const { verdict: said, by, reason } = verdict('n^2', (n) => n * Math.log2(n))
  assert.deepEqual([said, by, reason], ['undecided', null, null])
})

test('a claim in what rows do not tell, and one of too few sizes, are undecided with the reason', () => {
  assert.match(verdict('k n', (n) => n).reason!, /not known of every run/)
  assert.equal(verdict('n', (n) => n, [16, 32]).reason, 'too few sizes')
})

test('settings whose runs do not meet the condition of the claim say nothing about it', () => {
  // No row names the claim, so that it applied to none.
  const { verdict: said } = verdict('n', (n) => n * n, doubling(1024), 'every delay is 1')
  assert.equal(said, 'undecided')
})
