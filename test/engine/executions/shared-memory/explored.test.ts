import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bakery, mcsLock, petersonLock, tasLock } from '../../../../algorithms/index.ts'
import {
  done,
  exploreShared,
  recordSharedSchedule,
  type SharedMemoryAlgorithm,
  sharedVariable,
  sharedWitness,
  sharedWitnessNames,
} from '../../../../engine/index.ts'
import * as locks from '../../../helpers/broken-locks.ts'
import * as queues from '../../../helpers/broken-queues.ts'
import { linesOf, verified } from '../../../helpers/shared-record.ts'

const unlimited = Number.POSITIVE_INFINITY

/** With how many processors and passages each is broken. */
const broken: readonly (readonly [
  lock: SharedMemoryAlgorithm,
  property: 'mutual exclusion' | 'no deadlock',
  n: number,
  passages: number,
])[] = [
  [locks.petersonSwapped, 'mutual exclusion', 2, unlimited],
  [locks.bakeryWithoutChoosing, 'mutual exclusion', 2, 1],
  [locks.politeLock, 'no deadlock', 2, unlimited],
  [locks.turnsLock, 'no deadlock', 2, unlimited],
  [locks.ttasWithoutTest, 'mutual exclusion', 2, 1],
  [locks.tournamentLeftFromBelow, 'mutual exclusion', 3, 1],
  [locks.yangAndersonHasty, 'mutual exclusion', 2, 1],
  [locks.lamportFastUnseeing, 'mutual exclusion', 2, 1],
  [locks.oneBitStubborn, 'no deadlock', 2, 1],
  [locks.lamportFastForgetful, 'mutual exclusion', 5, 1],
  [queues.ticketsReadAndWritten, 'mutual exclusion', 2, 1],
  [queues.andersonWithoutReset, 'mutual exclusion', 2, 2],
  [queues.clhWithOwnFlag, 'no deadlock', 2, unlimited],
  [queues.mcsInAHurry, 'no deadlock', 2, 1],
  [queues.handoverAtOnePlace, 'no deadlock', 2, 2],
]

test('all broken locks are here', () => {
  const all = [...Object.values(locks), ...Object.values(queues)].map(({ name }) => name)
  assert.deepEqual(broken.map(([{ name }]) => name).sort(), all.sort())
})

for (const [lock, property, n, passages] of broken)
  test(`${lock.name} violates ${property}, in an execution that the checker accepts, and under no other name`, () => {
    const found = exploreShared(lock, { n, passages, costs: false })
    const witness = sharedWitness(found, property === 'no deadlock' ? 'deadlock' : 'violation')!
    const lines = linesOf(recordSharedSchedule(lock, { n, passages, ...witness }).blocks)
    const { first_error, end } = verified(lock, lines)
    assert.deepEqual([first_error, end!.property], [null, property])
    for (const other of ['mutual exclusion', 'no deadlock', 'no lockout', null].filter(
      (one) => one !== property,
    )) {
      const last = JSON.parse(lines.at(-1)!)
      last.end.property = other
      if (other === null) last.end.outcome = 'budget'
      const changed = verified(lock, lines.with(-1, JSON.stringify(last)))
      // An execution that goes on for ever need not be said to violate anything.
      assert.ok(!changed.ok || (property === 'no deadlock' && other === null), `${lock.name} ${other}`)
    }
  })

for (const [lock, n, passages] of [
  [petersonLock, 2, unlimited],
  [tasLock, 3, unlimited],
  [mcsLock, 3, unlimited],
  [bakery, 2, 2],
] as const)
  test(`${lock.name}: every largest cost and every lockout has a record, and none shows more`, () => {
    const found = exploreShared(lock, { n, passages })
    for (const name of sharedWitnessNames(found)) {
      const lines = linesOf(
        recordSharedSchedule(lock, { n, passages, ...sharedWitness(found, name)! }).blocks,
      )
      const { first_error } = verified(lock, lines)
      assert.deepEqual([name, first_error], [name, null])
      if (name === 'lockout') continue
      const last = JSON.parse(lines.at(-1)!)
      last.end.shows.value = last.end.shows.value === null ? 7 : last.end.shows.value + 1
      assert.match(
        verified(lock, lines.with(-1, JSON.stringify(last))).first_error!.problem,
        /is said to show/,
      )
    }
  })

test('a cycle that is begun too late, too early, or in which nobody steps is no cycle', () => {
  const { lockout } = exploreShared(tasLock, { n: 2 })
  const { stem, cycle, processor } = lockout!
  const record = (repeatsFrom: number) =>
    recordSharedSchedule(tasLock, {
      n: 2,
      passages: unlimited,
      schedule: [...stem, ...cycle],
      repeatsFrom,
      violates: { property: 'no lockout', reason: '', processor },
    })
  assert.doesNotThrow(() => record(stem.length))
  for (const from of [stem.length + cycle.length, stem.length + 1, 99])
    assert.throws(() => record(from), /its own record is refused/)
})

test('who enters in the cycle, or rests, is not locked out, and where somebody enters there is no deadlock', () => {
  // By hand: p_2 is inside, and p_0 and p_1 have tried in vain. Then p_0 tries, p_2 leaves, p_1 enters and leaves, p_2 enters,
  // and p_1 tries in vain again: all is as it was, and only p_0 has not entered.
  const lines = linesOf(
    recordSharedSchedule(tasLock, {
      n: 3,
      passages: unlimited,
      schedule: [2, 0, 1, 0, 2, 1, 1, 2, 1],
      repeatsFrom: 3,
      violates: { property: 'no lockout', reason: 'p_0 tries for ever', processor: 0 },
    }).blocks,
  )
  const changed = (change: object) => {
    const { end } = JSON.parse(lines.at(-1)!)
    const text = JSON.stringify({ end: { ...end, ...change } })
    return verified(tasLock, lines.with(-1, text)).first_error?.problem ?? null
  }
  assert.equal(changed({}), null)
  for (const other of [1, 2])
    assert.match(changed({ processor: other })!, /p_\d is locked out, but it does not try for ever/)
  assert.match(
    changed({ property: 'no deadlock', processor: null })!,
    /there is a deadlock: somebody can go on/,
  )
})

test('a lock that does what it may not has a record up to the step that fails', () => {
  const variables = () => ({ x: sharedVariable({ values: 2 }) })
  const lock: SharedMemoryAlgorithm<{ readonly i: number }, typeof variables> = {
    name: 'counts-too-far',
    service: 'mutual exclusion',
    requires: {},
    variables,
    initially: ({ i }) => ({ i }),
    operations: {
      acquire: {
        1: (_, { x }) => x.read((value) => (value === 0 ? 2 : done)),
        2: (s, { x }) => x.write(2 + s.i, done),
      },
      release: { 1: (_, { x }) => x.write(0, done) },
    },
    guarantees: 'mutual exclusion',
  }
  const found = exploreShared(lock, { n: 2 })
  const { blocks, end } = recordSharedSchedule(lock, {
    n: 2,
    passages: unlimited,
    ...sharedWitness(found, 'violation')!,
  })
  assert.deepEqual([end.outcome, end.processor, end.steps], ['failed', 0, 1])
  assert.match(end.detail!, /counts-too-far: p_0, acquire line 2 writes 2 to x, whose values are 0 … 1/)
  assert.equal(verified(lock, linesOf(blocks)).ok, true)
})
