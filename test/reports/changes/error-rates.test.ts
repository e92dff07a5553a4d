import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runComparison } from '../../../scripts/comparison-trials.ts'

const trials = 60
const share = (of: Parameters<typeof runComparison>[0]) => {
  const found = Array.from({ length: trials }, (_, i) => runComparison(of, 2004, i))
  return found.filter((rises) => rises > 0).length / trials
}

test('without a change, at most 1 of 20 comparisons of 80 costs raises an alarm, paired or not', () => {
  // 60 trials; were the rate 5%, seven alarms and more would come up in 3% of the seeds.
  for (const paired of [true, false])
    assert.ok(share({ costs: 80, replicates: 5, noise: 0.1, paired, change: 1 }) <= 0.05)
})

test('a cost that rises by a tenth is found in more than 4 of 5 comparisons of 80 costs in pairs', () => {
  assert.ok(share({ costs: 80, replicates: 10, noise: 0.02, paired: true, change: 1.1 }) > 0.8)
})
