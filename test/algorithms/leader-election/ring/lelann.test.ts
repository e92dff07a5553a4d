import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lelann } from '../../../../algorithms/index.ts'
import { costsOf, elect, leaderOf, rotationsFixed } from '../../../helpers/rings.ts'
import { runCell, violations } from '../../../helpers/run.ts'

test('Le Lann by hand: three identifiers of three hops each are nine messages, home at time three', () => {
  const execution = elect(lelann, [1, 2, 0])
  assert.deepEqual(costsOf(execution), [9, 3])
  assert.equal(leaderOf(execution), 1)
  assert.equal(execution.outcome.kind, 'terminated')
})

test('Le Lann over all orders of n ≤ 6: n² messages, all home at time n', () => {
  for (const n of [3, 4, 5, 6])
    for (const ids of rotationsFixed(n)) assert.deepEqual(costsOf(elect(lelann, ids)), [n * n, n])
})

test('Le Lann needs channels that are first in, first out: without them somebody decides too early', () => {
  const { fifo: _, ...requires } = lelann.requires
  const seeds = Array.from({ length: 50 }, (_, seed) => seed)
  const wrong = seeds.filter(
    (seed) => violations(runCell({ ...lelann, requires } as typeof lelann, { seed })).length > 0,
  )
  assert.ok(wrong.length > 0)
})
