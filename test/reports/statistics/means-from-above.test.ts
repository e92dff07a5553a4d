import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimId, expectedAtMost } from '../../../engine/index.ts'
import { analyse, claimVerdicts } from '../../../reports/index.ts'
import { claimText } from '../../../reports/wording/claim-text.ts'
import { verdictText } from '../../../reports/wording/verdict-text.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow } from '../../helpers/samples.ts'

/**
 * Three runs of 10, 12 and 14 messages: mean 12, standard deviation 2, so a standard error of 2/√3 = 1.155. Student's t
 * with two degrees of freedom is 4.303 at 97.5%: the 95% interval of the mean is 12 ± 4.97, from 7.03 to 16.97.
 */
function judged(claims: readonly (readonly ['expected' | 'expected at most', number])[]) {
  const data = claims.map(([kind, value]) => makeClaim({ kind, formula: String(value), over: 'expectation' }))
  const rows = [10, 12, 14].map((messages, replicate) =>
    makeRow({
      replicate,
      messages,
      also: data.map((claim, i) => [claim, claims[i]![1], 'not checked'] as const),
    }),
  )
  const manifest = makeManifest(rows, [makeAlgorithm('flooding', 'Flooding', data)])
  return claimVerdicts(analyse(rows, manifest))
}

test('a mean from above is inconsistent only if the interval of the mean lies above it', () => {
  const verdicts = (kind: 'expected' | 'expected at most') =>
    [7, 8, 16, 30].map((value) => judged([[kind, value]])[0]!.verdict)
  assert.deepEqual(verdicts('expected at most'), ['inconsistent', 'consistent', 'consistent', 'consistent'])
  // A claimed mean of 30 is far above the interval, too.
  assert.deepEqual(verdicts('expected'), ['inconsistent', 'consistent', 'consistent', 'inconsistent'])
})

test('the words say on which side the interval is, and how seldom chance puts it there', () => {
  const words = (value: number) => verdictText(judged([['expected at most', value]])[0]!)
  assert.equal(words(30), 'consistent: the 95% interval does not lie above it in the only group')
  // On one side a 95% interval misses in one case of forty.
  assert.equal(
    words(7),
    'inconsistent: the 95% interval lies above it in 1 of 1 group (chance alone gives as many in 2.5% of sweeps)',
  )
})

test('a mean and a mean from above about the same runs are both judged', () => {
  const found = judged([
    ['expected', 12],
    ['expected at most', 7],
  ])
  assert.deepEqual(
    found.map(({ verdict }) => verdict),
    ['consistent', 'inconsistent'],
  )
})

test('it has a name, words and an id of its own', () => {
  const claim = expectedAtMost('2n')
  assert.equal(claimId('mine', 'messages', claim), 'mine/messages/expected-at-most/2n')
  assert.equal(claimText(makeClaim({ kind: claim.kind, formula: claim.formula })), 'mean at most 2n')
})
