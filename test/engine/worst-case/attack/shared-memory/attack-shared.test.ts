import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clhLock,
  doubleCollect,
  handoverLock,
  mcsLock,
  petersonLock,
  rmwSetLock,
  tasLock,
  tournament,
  yangAnderson,
} from '../../../../../algorithms/index.ts'
import {
  attackShared,
  executeShared,
  exploreObject,
  exploreShared,
  judgeShared,
  objectValue,
  recordSharedAttack,
  type SharedMeasure,
  type SharedMemoryAlgorithm,
  sharedValue,
} from '../../../../../engine/index.ts'
import { ttasWithoutTest } from '../../../../helpers/broken-locks.ts'
import { mcsInAHurry } from '../../../../helpers/broken-queues.ts'

const search = { runs: 100, seed: 3, passages: 4 }

/** What all interleavings come to, of as many passages as one likes. */
const exactly = (lock: SharedMemoryAlgorithm, n: number, objective: SharedMeasure) => {
  const cost = exploreShared(lock, { n }).extremes[objective]!
  return cost.kind === 'bounded' ? cost.value : Number.POSITIVE_INFINITY
}

const costs = ['passage:cc', 'passage:cc-write-back', 'passage:dsm', 'passage:rmw', 'bypass'] as const

for (const [lock, n] of [
  [petersonLock, 2],
  [clhLock, 2],
  [mcsLock, 2],
  [mcsLock, 3],
  [handoverLock, 2],
  [rmwSetLock, 2],
  [yangAnderson, 2],
] as const)
  test(`${lock.name} with ${n}: no search finds more than there is in all interleavings, and what has a bound is reached`, () => {
    for (const objective of costs) {
      const exact = exactly(lock, n, objective)
      const { best } = attackShared(lock, { ...search, n, objective })
      if (Number.isFinite(exact)) assert.equal(best, exact, objective)
    }
  })

test('what has no bound comes to more the longer runs may be', () => {
  const most = (stepsMax: number) =>
    attackShared(tasLock, { ...search, runs: 300, n: 2, objective: 'passage:cc', stepsMax }).best
  assert.equal(exactly(tasLock, 2, 'passage:cc'), Number.POSITIVE_INFINITY)
  assert.ok(most(1000) > most(24))
})

test('Peterson’s tournament of eight: 6 log n remote references are attained', () => {
  const { best } = attackShared(tournament, { ...search, runs: 300, n: 8, objective: 'passage:cc' })
  // Three levels, six at each.
  assert.equal(best, 18)
})

test('the schedule costs what was found, whoever carries it out, and its record is accepted', () => {
  for (const objective of costs) {
    const attack = { ...search, n: 3, objective }
    const found = attackShared(mcsLock, attack)
    const { measures } = executeShared(mcsLock, { n: 3, passages: 4, given: found.schedule, seed: 0 })
    assert.equal(sharedValue(measures, objective), found.best, objective)
    const { end, judgements } = recordSharedAttack(mcsLock, attack, found, null)
    assert.deepEqual(end.shows, { measure: objective, value: found.best })
    assert.deepEqual(judgements, judgeShared(mcsLock, 3, { measures }))
  }
})

test('operations of an object: the longest scan of two collects, reached as in all interleavings', () => {
  const attack = {
    n: 2,
    objective: 'scan:steps',
    runs: 400,
    seed: 1,
    workload: 'given:0.update(1)@0+0.update(2)@1+1.scan@2',
  }
  const found = attackShared(doubleCollect, attack)
  const exact = exploreObject(doubleCollect, { n: 2, calls: found.calls }).extremes['scan:steps']
  // Each of the two updates makes one more collect of two reads necessary: 2 + 2 + 4.
  assert.ok(exact?.kind === 'bounded' && exact.value === 8)
  assert.equal(found.best, 8)
  const run = { n: 2, calls: found.calls, given: found.schedule, seed: 0 }
  assert.equal(objectValue(executeShared(doubleCollect, run).measures, 'scan:steps'), 8)
  assert.equal(recordSharedAttack(doubleCollect, attack, found, null).end.steps, found.schedule.length)
})

test('a lock that is broken ends the search, with an execution that shows it', () => {
  for (const [lock, property] of [
    [ttasWithoutTest, 'mutual exclusion'],
    [mcsInAHurry, 'no deadlock'],
  ] as const) {
    const attack = { ...search, n: 2, objective: 'passage:cc' }
    const found = attackShared(lock, attack)
    assert.equal(found.violation?.property, property)
    assert.equal(found.run, found.runs)
    const { outcome } = executeShared(lock, { n: 2, passages: 4, given: found.schedule, seed: 0 })
    assert.equal(outcome.kind === 'violated' && outcome.property, property)
  }
})

test('a search is a function of its seed', () => {
  const found = (seed: number) => attackShared(mcsLock, { ...search, n: 4, objective: 'passage:steps', seed })
  assert.deepEqual(found(5), found(5))
  assert.notDeepEqual(found(5).schedule, found(6).schedule)
})

const refused = [
  [
    'an objective that it has not',
    { objective: 'scan:reads' },
    /of mcs-lock it can be passage:steps, .*, bypass$/,
  ],
  ['no strategy', { strategies: [] }, /there is no strategy to search by/],
  ['an unknown one', { strategies: ['luck'] }, /unknown strategy “luck”/],
  ['a workload', { workload: 'closed' }, /mcs-lock is a lock: it makes passages and has no workload/],
] as const

for (const [what, given, message] of refused)
  test(`${what} is refused`, () => {
    const attack = { ...search, n: 2, objective: 'passage:cc', ...given }
    assert.throws(() => attackShared(mcsLock, attack), { name: 'InputError', message })
  })
