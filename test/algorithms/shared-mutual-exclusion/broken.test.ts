import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  executeShared,
  exploreShared,
  formalShared,
  type SharedExploration,
  type SharedMemoryAlgorithm,
} from '../../../engine/index.ts'
import * as broken from '../../helpers/broken-locks.ts'
import * as queues from '../../helpers/broken-queues.ts'

const unlimited = Number.POSITIVE_INFINITY

/** What is wrong with each, with how many processors and passages. */
const faults: readonly (readonly [
  lock: SharedMemoryAlgorithm,
  fault: 'violation' | 'deadlock',
  n: number,
  passages: number,
])[] = [
  [broken.ttasWithoutTest, 'violation', 2, 1],
  [queues.ticketsReadAndWritten, 'violation', 2, 1],
  // With two, the second passage of p_0 goes round the array.
  [queues.andersonWithoutReset, 'violation', 2, 2],
  [queues.clhWithOwnFlag, 'deadlock', 2, unlimited],
  [queues.mcsInAHurry, 'deadlock', 2, 1],
  [queues.handoverAtOnePlace, 'deadlock', 2, 2],
  // p_0 and p_1 have one leaf; p_2 comes from the other side of the root.
  [broken.tournamentLeftFromBelow, 'violation', 3, 1],
  [broken.yangAndersonHasty, 'violation', 2, 1],
  [broken.lamportFastUnseeing, 'violation', 2, 1],
  [broken.oneBitStubborn, 'deadlock', 2, 1],
]

const executed = (algorithm: SharedMemoryAlgorithm, n: number, passages: number, schedule: number[]) => {
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  const result = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  assert.ok(result.kind === 'execution')
  return result.execution
}

const cases = faults.flatMap(([...fault]) => [[...fault, false] as const, [...fault, true] as const])

for (const [lock, fault, n, passages, reduce] of cases)
  test(`${lock.name}: ${reduce ? 'reduced' : 'all'} interleavings have a ${fault}, and the definitions confirm its execution`, () => {
    const found: SharedExploration = exploreShared(lock, { n, passages, costs: false, reduce })
    const { violation, deadlock } = found
    if (fault === 'violation') {
      assert.equal(violation?.property, 'mutual exclusion')
      const { processors } = executed(lock, n, passages, [...violation.schedule]).configurations.at(-1)!
      assert.equal(processors.filter(({ section }) => section === 'critical').length, 2)
      return
    }
    assert.equal(violation, null)
    assert.ok(deadlock !== null)
    const { stem, cycle } = deadlock
    const execution = executed(lock, n, passages, [...stem, ...cycle])
    assert.equal(formalShared.sharedAdmissibleForEver(execution, stem.length), true)
    for (const { processors } of execution.configurations.slice(stem.length)) {
      assert.ok(processors.every(({ section }) => section !== 'critical'))
      assert.ok(processors.some(({ section }) => section === 'entry'))
    }
  })

test('a fault that a thousand random runs miss is found', () => {
  const lock = broken.lamportFastForgetful
  for (let seed = 1; seed <= 1000; seed++)
    assert.equal(executeShared(lock, { n: 5, seed, passages: 1 }).outcome.kind, 'terminated')
  const { violation } = exploreShared(lock, { n: 5, passages: 1, costs: false })
  // p_0 finds the gate open and is overtaken by p_4, which finds it open, too. p_0 closes the gate, sees that it was overtaken,
  // finds the bits of all others but p_4 down, and the gate as it left it: it enters. p_4 closes it and enters.
  assert.deepEqual(violation!.schedule, [0, 0, 0, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4])
  const { processors } = executed(lock, 5, 1, [...violation!.schedule]).configurations.at(-1)!
  assert.deepEqual(
    processors.map(({ section }) => section === 'critical'),
    [true, false, false, false, true],
  )
})
