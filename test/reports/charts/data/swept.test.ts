import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyWithout } from '../../../../reports/charts/data/key-without.ts'
import { sweptIn, sweptNamed, valuesIn } from '../../../../reports/charts/data/swept.ts'
import { analyse } from '../../../../reports/index.ts'
import { makeAlgorithm, makeManifest, makeRow } from '../../../helpers/samples.ts'

const groupsOf = (...given: Parameters<typeof makeRow>[0][]) => {
  const rows = given.map(makeRow)
  return analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')])).groups
}

test('a number is read from the specs of its family alone, defaults filled in', () => {
  const degree = sweptNamed('random-regular:degree')
  const groups = groupsOf(
    { topology: 'random-regular' },
    { topology: 'random-regular:degree=6' },
    { topology: 'gnp:degree=8' },
  )
  assert.deepEqual(
    groups.map(({ key }) => degree.read(key)),
    [4, 6, null],
  )
})

test('a key loses the numbers that lie along a side, and nothing else', () => {
  const without = (topology: string, ...names: string[]) =>
    keyWithout(groupsOf({ topology })[0]!.key, names.map(sweptNamed)).topology
  assert.equal(without('gnp:degree=4', 'gnp:degree'), 'gnp')
  assert.equal(
    without('watts-strogatz:degree=4,rewire=0.5', 'watts-strogatz:degree'),
    'watts-strogatz:rewire=0.5',
  )
  assert.equal(
    without('watts-strogatz:degree=4,rewire=0.5', 'watts-strogatz:rewire'),
    'watts-strogatz:degree=4',
  )
  assert.equal(
    without('watts-strogatz:degree=4,rewire=0.5', 'watts-strogatz:rewire', 'watts-strogatz:degree'),
    'watts-strogatz',
  )
  assert.equal(without('gnp:degree=4', 'n', 'delay', 'uniform:min'), 'gnp:degree=4')
})

test('what a sweep varies is n, then the numbers in its specs, then its dimensions', () => {
  const groups = groupsOf(
    { n: 64, topology: 'gnp:degree=8', delay: 'pareto:shape=2' },
    { n: 16, topology: 'gnp:degree=4', delay: 'pareto:shape=3' },
    { n: 16, topology: 'ring', delay: null, timing: 'synchronous' },
  )
  const swept = sweptIn(groups)
  assert.deepEqual(
    swept.map(({ name }) => name),
    ['n', 'gnp:degree', 'pareto:shape', 'topology', 'delay'],
  )
  assert.deepEqual(valuesIn(groups, swept[0]!), [16, 64])
  assert.deepEqual(valuesIn(groups, swept[1]!), [4, 8])
  assert.deepEqual(valuesIn(groups, swept[4]!), ['pareto:shape=2', 'pareto:shape=3', 'synchronous'])
})
