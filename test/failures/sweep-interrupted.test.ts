import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, runExperiment } from '../../experiments/index.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { definition, experiment, read } from '../helpers/trial.ts'

const folder = temporaryFolder()

test('a sweep that is aborted says so, leaves only its log, and runs the rest when resumed', async () => {
  const out = join(folder, 'aborted')
  const stop = new AbortController()
  const large = defineExperiment({ ...definition, sizes: [16, 64, 512], replicates: 20 })
  const first = await runExperiment(large, {
    out,
    workers: 1,
    signal: stop.signal,
    onProgress: ({ done }) => done > 0 && stop.abort(),
  })
  assert.equal(first.interrupted, true)
  assert.ok(first.rows.length > 0 && first.rows.length < first.manifest.cells)
  assert.deepEqual(readdirSync(out), ['runs.jsonl'])

  const totals: number[] = []
  const second = await runExperiment(large, {
    out,
    workers: 2,
    resume: true,
    onProgress: ({ total, resumed }) => totals.push(total, resumed),
  })
  assert.equal(second.interrupted, false)
  assert.deepEqual(totals.slice(0, 2), [second.manifest.cells - first.rows.length, first.rows.length])
  const other = join(folder, 'not-aborted')
  await runExperiment(large, { out: other, workers: 2 })
  assert.equal(read(out, 'runs.csv'), read(other, 'runs.csv'))
})

test('a sweep that is aborted before it begins leaves no folder', async () => {
  const out = join(folder, 'never')
  const { interrupted, rows } = await runExperiment(experiment, { out, signal: AbortSignal.abort() })
  assert.deepEqual([interrupted, rows], [true, []])
  assert.ok(!existsSync(out))
})
