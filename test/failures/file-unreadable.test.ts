import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { InputError } from '../../engine/index.ts'
import { readChunks, readFile } from '../../experiments/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const run = (...words: string[]) => admissibleHere(words)

const folder = temporaryFolder()

test('a file that cannot be read is reported in the same words, whole or in chunks', () => {
  for (const path of ['nowhere.txt', folder, 'admissible/nowhere.txt']) {
    const message = (read: () => unknown) => {
      try {
        read()
      } catch (error) {
        assert.ok(error instanceof InputError)
        return error.message
      }
      return assert.fail(`${path} was read`)
    }
    assert.equal(
      message(() => [...readChunks(path)]),
      message(() => readFile(path)),
    )
  }
})

test('files that cannot be read or written are named, and nothing is left behind', async (t) => {
  const folder = scratch(t)
  assert.match((await run('verify', join(folder, 'nothing'))).stderr, /nothing”: there is no such file/)
  assert.match((await run('verify', folder)).stderr, /it is a folder/)
  const path = join(folder, 'no', 'run.jsonl')
  const { code, stderr } = await run(
    'simulate',
    ...'flooding --topology ring --n 5'.split(' '),
    '--record',
    path,
  )
  assert.equal(code, 2)
  assert.match(stderr, /cannot write .*run\.jsonl”: there is no such file/)
  mkdirSync(join(folder, 'taken'))
  const taken = await run(
    'simulate',
    ...'flooding --topology ring --n 5'.split(' '),
    '--record',
    join(folder, 'taken'),
  )
  assert.equal(taken.code, 2)
  assert.ok(!existsSync(join(folder, 'taken.draft')))
})
