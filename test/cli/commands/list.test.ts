import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../algorithms/index.ts'
import { splitSpecs } from '../../../cli/options/specs.ts'
import { topologies } from '../../../engine/index.ts'
import { admissibleHere } from '../../helpers/admissible.ts'

test('list prints everything there is, as an array of one kind or as an object of all', async () => {
  const names = JSON.parse((await admissibleHere(['list', 'algorithms', '--json'])).stdout).map(
    (item: { name: string }) => item.name,
  )
  assert.deepEqual(
    names,
    algorithms.map(({ name }) => name),
  )
  const all = JSON.parse((await admissibleHere(['list', '--json'])).stdout)
  assert.deepEqual(Object.keys(all), [
    'algorithms',
    'topologies',
    'delays',
    'wake-ups',
    'experiments',
    'charts',
  ])
  assert.equal(all.topologies.length, topologies.entries.length)
  assert.match((await admissibleHere(['list'])).stdout, /hirschberg-sinclair/)
})

test('commas part specs, except where they part the parameters of one', async () => {
  assert.deepEqual(splitSpecs('ring,uniform:min=0.2,max=1,torus'), ['ring', 'uniform:min=0.2,max=1', 'torus'])
  assert.deepEqual(splitSpecs('file:a.txt,component=largest,ring'), ['file:a.txt,component=largest', 'ring'])
  assert.deepEqual(splitSpecs('gnp:degree=8'), ['gnp:degree=8'])
})
