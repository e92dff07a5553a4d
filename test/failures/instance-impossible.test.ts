import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, runExperiment } from '../../experiments/index.ts'
import { smallSweep } from '../helpers/small-sweep.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

const run = async (change: object, out: string) =>
  await runExperiment(defineExperiment({ ...smallSweep, ...change }), { out, workers: 1 })

test('what cannot run is refused before the folder is made', async () => {
  const out = join(folder, 'impossible')
  const cases: readonly (readonly [object, RegExp])[] = [
    [
      { topologies: ['hypercube'], sizes: [16, 100] },
      /^topology hypercube has no member with n = 100: it needs /,
    ],
    [
      { algorithms: ['flooding', 'lcr'], topologies: ['ring', 'path'] },
      /^topology path \(n = 16\): lcr requires a network of shape ring; .*use topology ring/,
    ],
    [{ algorithms: ['bfs-sync'] }, /^bfs-sync runs in rounds only; list synchronous in timings, /],
    [{ topologies: ['file:/nowhere.gml'] }, /nowhere.gml.*there is no such file/],
  ]
  for (const [change, message] of cases) {
    await assert.rejects(run(change, out), { name: 'InputError', message })
    assert.ok(!existsSync(out))
  }
})
