import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readResults } from '../../reports/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

test('a folder without results says what is missing', () => {
  assert.throws(() => readResults('no/such/folder'), {
    name: 'InputError',
    message: 'no/such/folder holds no results: there is no readable manifest.json in it',
  })
})

test('a folder without results is refused in one line', async (t) => {
  const folder = scratch(t)
  const { code, stderr } = await admissibleHere(['compare', folder, folder])
  assert.equal(code, 2)
  assert.match(stderr, /^admissible: .* holds no results: .*\n$/)
})

test('status of a folder without results is one line', async (t) => {
  const { code, stderr } = await admissibleHere(['status', scratch(t)])
  assert.equal(code, 2)
  assert.match(stderr, /^admissible: .* holds no results: there is no runs\.jsonl in it\n$/)
})

test('what cannot be reproduced is refused in one line', async (t) => {
  const folder = scratch(t)
  const none = await admissibleHere(['reproduce', folder])
  assert.equal(none.code, 2)
  assert.match(none.stderr, /^admissible: .* holds no results: there is no readable manifest\.json in it\n$/)
  const words = 'sweep --algorithm flooding --topology ring --n 8 --replicates 2 --shard 1/2 --out part'
  assert.equal((await admissibleHere(words.split(' '), folder)).code, 0)
  const part = await admissibleHere(['reproduce', join(folder, 'part')])
  assert.equal(part.code, 2)
  assert.match(part.stderr, /holds shard 1\/2 only; merge the shards first/)
})
