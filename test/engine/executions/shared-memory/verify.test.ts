import assert from 'node:assert/strict'
import { test } from 'node:test'
import { petersonLock, sharedMemoryAlgorithms } from '../../../../algorithms/index.ts'
import { schedulers } from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { randomLocks } from '../../../helpers/random-lock.ts'
import { recordedRun, verified } from '../../../helpers/shared-record.ts'

const schedulerNames = schedulers.entries.map(({ name }) => name)

test('the whole file of one who enters alone', () => {
  const lines = recordedRun(petersonLock, {
    n: 2,
    participants: 1,
    passages: 1,
    scheduler: 'solo',
    seed: 1,
  })
  // By hand: want[0] := 1, turn := 1, want[1] is 0, so it enters; want[0] := 0. Both writes and the read are remote in a
  // cache-coherent memory, and so is the write of the exit; no variable has a home.
  assert.deepEqual(lines.slice(1, 5), [
    '{"p":0,"op":"acquire","line":1,"access":"write","variable":"want[0]","before":0,"after":1,"next":2,"interface":[["invocation","acquire"]]}',
    '{"p":0,"op":"acquire","line":2,"access":"write","variable":"turn","before":0,"after":1,"next":3}',
    '{"p":0,"op":"acquire","line":3,"access":"read","variable":"want[1]","before":0,"next":0,"interface":[["response"]]}',
    '{"p":0,"op":"release","line":1,"access":"write","variable":"want[0]","before":1,"after":0,"next":0,"interface":[["invocation","release"],["response"]]}',
  ])
  const { passages, doorway_ends, variables } = JSON.parse(lines[0]!)
  assert.deepEqual([passages, doorway_ends], [[1, 0], 3])
  assert.deepEqual(variables[2], {
    name: 'turn',
    initial: 0,
    min: 0,
    max: 1,
    offers: [],
    writers: null,
    readers: null,
    home: null,
  })
  const { end } = JSON.parse(lines[5]!)
  assert.deepEqual(
    [end.outcome, end.steps, end.measures.entries, end.measures.passage.max.cc, end.measures.passage.max.dsm],
    ['terminated', 4, 1, 4, 4],
  )
  assert.equal(lines.length, 6)
  assert.equal(verified(petersonLock, lines).first_error, null)
})

for (const algorithm of sharedMemoryAlgorithms)
  test(`records of ${algorithm.name} are accepted, under every scheduler`, () => {
    const n = algorithm.requires.size ?? 3
    for (const scheduler of schedulerNames) {
      const found = verified(algorithm, recordedRun(algorithm, { n, scheduler, passages: 3, seed: 5 }))
      assert.deepEqual([scheduler, found.first_error], [scheduler, null])
      assert.equal(found.entries, 3 * n)
    }
  })

test('whatever 500 random programs do, their records are true: entered twice, cut short, or failed', () => {
  const runs = fc.record({
    algorithm: randomLocks,
    n: fc.integer({ min: 1, max: 4 }),
    scheduler: fc.constantFrom(...schedulerNames),
    seed: fc.nat(1000),
    passages: fc.integer({ min: 1, max: 3 }),
    steps: fc.integer({ min: 1, max: 80 }),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(runs, ({ algorithm, ...run }) => {
      const { first_error, end } = verified(algorithm, recordedRun(algorithm, run))
      assert.equal(first_error, null)
      seen.add(end!.property ?? end!.outcome)
    }),
    { numRuns: 500 },
  )
  assert.deepEqual([...seen].sort(), ['budget', 'failed', 'mutual exclusion', 'no deadlock', 'terminated'])
})
