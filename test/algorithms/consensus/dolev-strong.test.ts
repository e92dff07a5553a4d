import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dolevStrong } from '../../../algorithms/index.ts'
import { complete, decisions, lies } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors of which two may lie send nine messages, and decide after three rounds', () => {
  // By hand: the sender tells 3, and each of them tells the 2 that have not signed: 3 + 6 = 9. All have accepted the value
  // then, so that nothing is sent in the third round.
  const judged = runCell(
    dolevStrong,
    complete({ n: 4, f: 2, inputs: 'ids=ascending,values=7+1+2+3', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 9)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 0, last: 3 } })
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('where nobody may lie the sender is believed at once', () => {
  const judged = runCell(
    dolevStrong,
    complete({ n: 4, f: 0, inputs: 'ids=ascending,values=7+1+2+3', seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 3)
  assert.deepEqual(decisions(judged.execution), [7, 7, 7, 7])
})

test('a sender that signs two values is found out by all, who decide 0', () => {
  // It signs its input for some and another value for others; these tell each other in the second round.
  const faults = 'byzantine:processors=0,strategy=equivocate'
  const outcomes = Array.from({ length: 20 }, (_, seed) => {
    const judged = runCell(
      dolevStrong,
      complete({ n: 5, f: 1, inputs: 'ids=ascending,values=7+8+8+8+8', faults, seed }),
    )
    assert.deepEqual(violations(judged), [])
    return decisions(judged.execution).slice(1).join()
  })
  // By chance it shows all of them the same side: then they all believe it.
  assert.deepEqual(new Set(outcomes).has('0,0,0,0'), true)
  for (const outcome of outcomes) assert.match(outcome, /^(0,0,0,0|7,7,7,7|8,8,8,8)$/)
})

test('agreement, obedience, termination and all claims hold under 400 random lies, omissions and crashes, f up to n - 2', () => {
  const sizes = [
    [2, 0],
    [3, 1],
    [4, 1],
    [4, 2],
    [5, 3],
    [6, 2],
    [7, 5],
    [8, 4],
  ] as const
  fc.assert(
    fc.property(lies(sizes, ['silent', 'equivocate', 'mutate', 'replay', 'twins']), (cell) => {
      assert.deepEqual(violations(runCell(dolevStrong, cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('messages at random are refused, for signatures could be forged by them', () => {
  assert.throws(
    () => runCell(dolevStrong, complete({ n: 4, f: 1, faults: 'byzantine:strategy=random', seed: 1 })),
    /dolev-strong declares none/,
  )
})
