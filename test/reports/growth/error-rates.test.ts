import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kind, runTrial, type Trial } from '../../../scripts/growth-trials.ts'

const run = (kind: Kind, count: number): Trial[] =>
  Array.from({ length: count }, (_, i) => runTrial(kind, 2004, i))
const share = (trials: readonly Trial[], score: Trial['score']): number =>
  trials.filter((trial) => trial.score === score).length / trials.length

// The same trials as those of scripts/growth-errors.ts, which measures the rates on many more.
const pure = run('pure', 300)

test('the verdict on growth is wrong in at most 1 of 100 trials with costs that are of a class alone', () => {
  assert.ok(share(pure, 'wrong') <= 0.01, String(share(pure, 'wrong')))
})

test('it is right in more than 4 of 5 trials over a range of 64 and more with noise of 10% and less', () => {
  const fair = pure.filter(({ range, noise }) => range >= 64 && noise <= 0.1)
  assert.ok(share(fair, 'right') > 0.8, String(share(fair, 'right')))
})

test('on several kinds of network together it is wrong in at most 1 of 100 trials', () => {
  assert.ok(share(run('several', 100), 'wrong') <= 0.01)
})

test('it is wrong in at most 1 of 50 trials over classes alone, lower terms, staircases and costs of no class', () => {
  const all = [...pure, ...(['rarer', 'lower', 'steps', 'none'] as const).flatMap((kind) => run(kind, 100))]
  const wrong = all.filter(({ score, isTrueHere }) => score === 'wrong' && !isTrueHere)
  assert.ok(wrong.length / all.length <= 0.02, wrong.map(({ law, named }) => `${law}: ${named}`).join(', '))
})

test('costs of no class are mostly undecided or told from every class', () => {
  const outsiders = run('none', 100)
  assert.ok(share(outsiders, 'right') > 0.2 && share(outsiders, 'wrong') < 0.06)
})
