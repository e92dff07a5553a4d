import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replayCommand } from '../../../experiments/index.ts'
import { makeRow } from '../../helpers/samples.ts'

const place = () => ({ folder: 'results/trial', row: 17 })

test('a sampled row is simulated again, whatever delays it had', () => {
  assert.equal(
    replayCommand(makeRow({ delay: 'uniform:min=0.5', seed: 9 })),
    'admissible simulate flooding --topology ring --n 16 --delay uniform:min=0.5 --wakeup all --inputs random --seed 9',
  )
})

test('a searched row is searched for again, with as many runs and the same strategies', () => {
  const row = makeRow({
    evidence: 'searched',
    delay: null,
    seed: 9,
    extra: { runs: 50, strategies: 'greedy,random' },
  })
  const rest = '--wakeup all --inputs random --strategy greedy,random --runs 50 --seed 9'
  assert.equal(replayCommand(row, null, place), `admissible attack flooding --topology ring --n 16 ${rest}`)
  assert.equal(
    replayCommand({ ...row, time_verdict: 'violated' }, null, place),
    `admissible attack flooding --topology ring --n 16 --objective time ${rest}`,
  )
})

test('any other worst case is found again from where its row stands', () => {
  assert.equal(
    replayCommand(makeRow({ evidence: 'exact', delay: null }), null, place),
    'admissible replay results/trial --row 17',
  )
})
