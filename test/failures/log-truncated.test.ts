import assert from 'node:assert/strict'
import { mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runExperiment } from '../../experiments/index.ts'
import fc from '../helpers/property.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { experiment, read } from '../helpers/trial.ts'

const folder = temporaryFolder()

const whole = join(folder, 'whole')
await runExperiment(experiment, { out: whole, workers: 2 })

test('a sweep that was stopped anywhere and resumed writes the same bytes as one that was not', async () => {
  const length = statSync(join(whole, 'runs.jsonl')).size
  let trial = 0
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: length }), async (kept) => {
      // A kill at any instant leaves the log cut off somewhere, even within a line, and no tables.
      const out = join(folder, `killed-${trial++}`)
      mkdirSync(out)
      writeFileSync(join(out, 'runs.jsonl'), read(whole, 'runs.jsonl'))
      truncateSync(join(out, 'runs.jsonl'), kept)
      await runExperiment(experiment, { out, workers: 1, resume: true })
      assert.equal(read(out, 'runs.csv'), read(whole, 'runs.csv'))
      assert.equal(read(out, 'manifest.json'), read(whole, 'manifest.json'))
    }),
    { numRuns: 8 },
  )
})
