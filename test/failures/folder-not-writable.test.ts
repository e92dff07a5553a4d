import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { defineExperiment, runExperiment } from '../../experiments/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { smallSweep } from '../helpers/small-sweep.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

test('a folder that cannot be written to is refused before anything runs', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const [out, reason] of [
    [file, 'a file of that name is in the way'],
    [join(file, 'below'), 'a part of its path is not a folder'],
  ] as const)
    await assert.rejects(
      runExperiment(defineExperiment(smallSweep), { out, onProgress: () => assert.fail('something ran') }),
      { name: 'InputError', message: `cannot write to the results folder ${out}: ${reason}` },
    )
})

test('an output folder that cannot be written to is one line, before anything runs', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'file'), '')
  const { code, stderr } = await admissibleHere(
    'sweep --algorithm flooding --topology ring --n 8 --out file/results'.split(' '),
    folder,
  )
  assert.equal(code, 2)
  assert.match(stderr, /file\/results/)
  assert.equal(stderr.trim().split('\n').length, 1)
})
