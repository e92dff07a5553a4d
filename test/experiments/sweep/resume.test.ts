import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runExperiment } from '../../../experiments/index.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { experiment, read } from '../../helpers/trial.ts'

const folder = temporaryFolder()
const whole = join(folder, 'whole')
await runExperiment(experiment, { out: whole, workers: 2 })

test('resuming what is complete runs nothing and writes the tables again', async () => {
  const before = read(whole, 'runs.jsonl')
  await runExperiment(experiment, {
    out: whole,
    resume: true,
    onProgress: () => assert.fail('something ran'),
  })
  assert.equal(read(whole, 'runs.jsonl'), before)
})

test('resuming where there is nothing runs everything', async () => {
  const out = join(folder, 'fresh')
  await runExperiment(experiment, { out, resume: true, workers: 1 })
  assert.equal(read(out, 'runs.csv'), read(whole, 'runs.csv'))
})

test('an unfinished sweep is kept, not removed, when it is begun anew', async () => {
  const out = join(folder, 'unfinished')
  mkdirSync(out)
  const log = read(whole, 'runs.jsonl')
  writeFileSync(join(out, 'runs.jsonl'), log)
  await runExperiment(experiment, { out, workers: 1 })
  assert.equal(read(out, 'previous-1/runs.jsonl'), log)
})
