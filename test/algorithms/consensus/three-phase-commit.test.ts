import assert from 'node:assert/strict'
import { test } from 'node:test'
import { threePhaseCommit } from '../../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import { assertSafe, exploreOn } from '../../engine/worst-case/resilience/on-complete.ts'
import { assertDisagreement, complete, decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const algorithm = threePhaseCommit as AnyAlgorithm

const four = (parts: Partial<Seeded>): Seeded =>
  complete({ n: 4, inputs: 'ids=ascending,values=1+1+1+1', seed: 1, ...parts })

test('four processors that all vote yes commit with fifteen messages in five rounds, the coordinator a round before', () => {
  // By hand: 3 are asked, vote, are told to prepare, are ready, and are told.
  const judged = runCell(algorithm, four({}))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 15)
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 4, last: 5 })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1])
})

test('one no is enough to abort in three rounds, the coordinator’s too', () => {
  for (const values of ['1+0+1+1', '0+1+1+1', '1+1+1+0']) {
    const judged = runCell(algorithm, four({ inputs: `ids=ascending,values=${values}` }))
    assert.deepEqual(violations(judged), [])
    assert.equal(judged.execution.measures.messages, 9)
    assert.deepEqual(decisions(judged.execution), [0, 0, 0, 0])
  }
})

test('a coordinator that crashes with the votes blocks nobody: the next one finds none prepared, and aborts', () => {
  // By hand: p_0 crashes in round 2, telling nobody; p_1 asks in round 5, hears in 7 that nobody is prepared, and all abort in 8.
  const judged = runCell(algorithm, four({ faults: 'crash:given=0@2' }))
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [null, 0, 0, 0])
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 7, last: 8 })
})

test('if it has prepared one before it crashes, the next one finds that and commits', () => {
  // By hand: p_3 is prepared in round 3; p_1 hears of it in round 7, prepares all, and commits in 9, the others in 10.
  const judged = runCell(algorithm, four({ faults: 'crash:given=0@2/3' }))
  assert.deepEqual(violations(judged), [])
  assert.deepEqual(decisions(judged.execution), [null, 1, 1, 1])
  assert.deepEqual(judged.execution.measures.marks.decided, { first: 9, last: 10 })
})

test('all claims hold under any crashes, in 200 random executions; their records are accepted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('values=bits', 'values=random', 'values=1+1+1+1+1+1'),
      fc.boolean(),
      fc.nat(100_000),
      (n, inputs, fails, seed) => {
        const faults = fails ? (`crash:f=${n - 1},by=${5 * n}` as const) : 'none'
        const cell = four({
          n,
          inputs: inputs.slice(0, inputs.includes('+') ? 6 + 2 * n : undefined),
          faults,
          seed,
        })
        assert.deepEqual(violations(runCell(algorithm, cell)), [])
        if (seed % 8 === 0)
          assert.equal(verifyLines(record(algorithm, cell).lines, algorithm).first_error, null)
      },
    ),
    { numRuns: 200 },
  )
})

test('a partition is taken for crashes: those who are prepared commit, the others abort', () => {
  // By hand: from round 2 on p_0 and p_1 do not reach the others. p_0 prepares p_1 alone and commits with it; p_2 asks in
  // round 10, finds that p_3 is uncertain as it is, and both abort.
  const parted = four({ faults: 'partition:from=2,part=0+1' })
  assertDisagreement(algorithm, parted)
  const { final } = runCell({ ...algorithm, properties: {} } as AnyAlgorithm, parted).execution
  assert.deepEqual(decisions({ final }), [1, 1, 0, 0])
})

for (const [n, f] of [
  [3, 1],
  [3, 2],
  [4, 1],
  [4, 3],
] as const)
  test(`it blocks nobody and all agree in all executions of ${n} processors of which ${f} may crash`, () => {
    assertSafe(exploreOn(algorithm, [n, f], `crash:f=${f}`))
  })
