import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, resultFiles, runExperiment } from '../../../experiments/index.ts'
import { linkLatest } from '../../../experiments/store/latest.ts'
import { smallSweep } from '../../helpers/small-sweep.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const run = async (change: object, out: string) =>
  await runExperiment(defineExperiment({ ...smallSweep, ...change }), { out, workers: 1 })
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

test('a finished sweep leaves its log, its tables and its manifest, and no drafts', async () => {
  const out = join(folder, 'files')
  await run({}, out)
  assert.deepEqual(readdirSync(out).sort(), [
    'files.json',
    'manifest.json',
    'runs.csv',
    'runs.jsonl',
    'timings.csv',
    'verdicts.csv',
  ])
  assert.equal(
    read(out, 'timings.csv').split('\n')[0],
    'algorithm,timing,topology,n,delay,wakeup,inputs,replicate,evidence,wall_ms',
  )
})

test('a run of the same definition replaces the older result, and leaves what others wrote', async () => {
  const out = join(folder, 'same')
  await run({}, out)
  mkdirSync(join(out, 'charts'))
  writeFileSync(join(out, 'notes.txt'), 'mine')
  await run({}, out)
  assert.deepEqual(readdirSync(out).sort(), [
    'charts',
    'files.json',
    'manifest.json',
    'notes.txt',
    'runs.csv',
    'runs.jsonl',
    'timings.csv',
    'verdicts.csv',
  ])
})

test('a run of the same definition leaves the figures of other themes, and removes those that are drawn every time', async () => {
  const out = join(folder, 'themed')
  await run({}, out)
  const files = resultFiles(out)
  const kept = ['charts/options.json', 'charts/paper/messages.pdf', 'short.html']
  for (const name of [...kept, 'charts/messages.pdf']) files.write(name, [name])
  files.save()
  await run({}, out)
  for (const name of kept) assert.equal(read(out, name), name)
  assert.ok(!existsSync(join(out, 'charts/messages.pdf')))
})

test('a run of another definition puts the older results aside, one by one', async () => {
  const out = join(folder, 'other')
  const older: string[] = []
  for (const seed of [1, 2, 3]) {
    await run({ seed }, out)
    older.push(read(out, 'runs.csv'))
  }
  assert.equal(read(out, 'previous-1', 'runs.csv'), older[0])
  assert.equal(read(out, 'previous-2', 'runs.csv'), older[1])
  assert.equal(read(out, 'runs.csv'), older[2])
})

test('latest leads to the results that were written last', () => {
  for (const name of ['first', 'second']) {
    linkLatest(join(folder, name))
    assert.equal(readlinkSync(join(folder, 'latest')), name)
  }
  const taken = join(folder, 'taken')
  mkdirSync(join(taken, 'latest'), { recursive: true })
  linkLatest(join(taken, 'first'))
  assert.deepEqual(readdirSync(taken), ['latest'])
})
