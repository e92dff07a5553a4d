import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../../algorithms/index.ts'
import { topologies } from '../../../engine/index.ts'
import { admissibleHere } from '../../helpers/admissible.ts'

test('list prints everything there is, as an array of one kind or as an object of all', async () => {
  const names = JSON.parse((await admissibleHere(['list', 'algorithms', '--json'])).stdout).map(
    (item: { name: string }) => item.name,
  )
  assert.deepEqual(
    names,
    [...algorithms, ...algorithmFamilies].map(({ name }) => name),
  )
  const all = JSON.parse((await admissibleHere(['list', '--json'])).stdout)
  assert.deepEqual(Object.keys(all), [
    'algorithms',
    'wrappers',
    'shared-memory',
    'self-stabilising',
    'schedulers',
    'daemons',
    'topologies',
    'delays',
    'wake-ups',
    'weights',
    'clocks',
    'faults',
    'workloads',
    'services',
    'experiments',
    'charts',
  ])
  assert.equal(all.topologies.length, topologies.entries.length)
  assert.match((await admissibleHere(['list'])).stdout, /hirschberg-sinclair/)
})
