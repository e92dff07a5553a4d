import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runTrial, type Trial } from '../../../scripts/growth-trials.ts'

const run = (kind: Trial['kind'], count: number): Trial[] =>
  Array.from({ length: count }, (_, i) => runTrial(kind, 2004, i))
const share = (trials: readonly Trial[], score: Trial['score']): number =>
  trials.filter((trial) => trial.score === score).length / trials.length

// The same trials as those of scripts/growth-errors.ts, which measures the rates on many more.
const trials = run('class', 600)

test('the verdict on growth is wrong in at most 1 of 100 trials with costs of a known class', () => {
  assert.ok(share(trials, 'wrong') <= 0.01, String(share(trials, 'wrong')))
})

test('it is right in more than 4 of 5 trials over a range of 64 and more with noise of 10% and less', () => {
  const fair = trials.filter(({ range, noise }) => range >= 64 && noise <= 0.1)
  assert.ok(share(fair, 'right') > 0.8, String(share(fair, 'right')))
})

test('on several kinds of network together it is wrong in at most 1 of 100 trials', () => {
  assert.ok(share(run('several', 200), 'wrong') <= 0.01)
})

test('costs of no class are told from every class in most trials, and taken for one in few', () => {
  const outsiders = run('outsider', 200)
  assert.ok(share(outsiders, 'right') > 0.5 && share(outsiders, 'wrong') < 0.1)
})
