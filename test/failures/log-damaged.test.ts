import assert from 'node:assert/strict'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runExperiment } from '../../experiments/index.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { experiment, read } from '../helpers/trial.ts'

const folder = temporaryFolder()

test('a damaged log is refused with the line', async () => {
  const out = join(folder, 'damaged')
  await runExperiment(experiment, { out, workers: 1 })
  const lines = read(out, 'runs.jsonl').split('\n').length
  appendFileSync(join(out, 'runs.jsonl'), '{"index":\n{}\n')
  await assert.rejects(runExperiment(experiment, { out, resume: true }), {
    name: 'InputError',
    message: `${join(out, 'runs.jsonl')}:${lines}: the log is damaged here; run again without --resume`,
  })
})
