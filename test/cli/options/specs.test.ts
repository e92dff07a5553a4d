import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitSpecs } from '../../../cli/options/specs.ts'

test('commas part specs, except where they part the parameters of one', async () => {
  assert.deepEqual(splitSpecs('ring,uniform:min=0.2,max=1,torus'), ['ring', 'uniform:min=0.2,max=1', 'torus'])
  assert.deepEqual(splitSpecs('file:a.txt,component=largest,ring'), ['file:a.txt,component=largest', 'ring'])
  assert.deepEqual(splitSpecs('gnp:degree=8'), ['gnp:degree=8'])
})
