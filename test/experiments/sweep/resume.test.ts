import assert from 'node:assert/strict'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { defineExperiment, runExperiment } from '../../../experiments/index.ts'
import type { LogHeader } from '../../../experiments/store/log.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const definition = {
  name: 'trial',
  question: 'Does it go on where it stopped?',
  algorithms: ['flooding', 'spanning-tree-flood'],
  topologies: ['ring', 'gnp:degree=4'],
  sizes: [16, 64],
  replicates: 4,
  seed: 7,
} as const
const experiment = defineExperiment(definition)
const read = (out: string, name: string) => readFileSync(join(out, name), 'utf8')
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
  writeFileSync(join(whole, 'runs.jsonl'), [JSON.stringify(older), ...rest].join('\n'))
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

test('an unfinished sweep is kept, not removed, when it is begun anew', async () => {
  const out = join(folder, 'unfinished')
  mkdirSync(out)
  const log = read(whole, 'runs.jsonl')
  writeFileSync(join(out, 'runs.jsonl'), log)
  await runExperiment(experiment, { out, workers: 1 })
  assert.equal(read(out, 'previous-1/runs.jsonl'), log)
})

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
