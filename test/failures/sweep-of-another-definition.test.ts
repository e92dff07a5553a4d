import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, runExperiment } from '../../experiments/index.ts'
import type { LogHeader } from '../../experiments/store/log.ts'
import { resealed } from '../helpers/resealed.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { definition, experiment, read } from '../helpers/trial.ts'

const folder = temporaryFolder()

const whole = join(folder, 'whole')
await runExperiment(experiment, { out: whole, workers: 2 })

test('a sweep of another definition or another code is not resumed', async () => {
  const refused = async (changed: object, message: string) =>
    await assert.rejects(
      runExperiment(defineExperiment({ ...definition, ...changed }), { out: whole, resume: true }),
      {
        name: 'InputError',
        message: `cannot resume ${whole}: ${message}; --resume --force puts that aside and begins anew, another --out leaves it there`,
      },
    )
  await refused({ seed: 8 }, 'it was begun with seed = 7, now 8')
  await refused({ sizes: [16] }, 'it was begun with sizes = [16,64], now [16]')

  const text = read(whole, 'runs.jsonl')
  const [first, ...rest] = text.split('\n')
  const header = JSON.parse(first!) as LogHeader
  const code = { ...header.code, 'engine/random.js': 'other', 'algorithms/gone.js': 'gone' }
  const older = { ...header, manifest: { ...header.manifest, codeHash: 'other' }, code }
  writeFileSync(join(whole, 'runs.jsonl'), resealed([JSON.stringify(older), ...rest].join('\n')))
  await refused({}, 'the code has changed since it was begun: engine/random.js, algorithms/gone.js')
  writeFileSync(join(whole, 'runs.jsonl'), text)
})

test('what cannot be resumed is kept apart if force is used', async () => {
  const out = join(folder, 'forced')
  await runExperiment(experiment, { out, workers: 1 })
  const before = read(out, 'runs.csv')
  const other = defineExperiment({ ...definition, seed: 8 })
  await runExperiment(other, { out, workers: 1, resume: true, force: true })
  assert.equal(read(out, 'previous-1/runs.csv'), before)
  const alone = join(folder, 'alone')
  await runExperiment(other, { out: alone, workers: 1 })
  assert.equal(read(out, 'runs.csv'), read(alone, 'runs.csv'))
  // The same again needs no force, and is resumed if force is used.
  await runExperiment(other, {
    out,
    resume: true,
    force: true,
    onProgress: () => assert.fail('something ran'),
  })
  assert.ok(!existsSync(join(out, 'previous-2')))
})
