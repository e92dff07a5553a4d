import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maekawa } from '../../../algorithms/index.ts'
import { gridQuorum, largestQuorum } from '../../../algorithms/mutual-exclusion/grid-quorum.ts'
import { historyOf, runCell, violations } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const repaired = maekawa.with('')
const original = maekawa.with('protocol=original')
const parts = { topology: 'complete', delay: 'constant', inputs: 'ids=ascending', seed: 1 } as const

test('any two quorums have a member in common, and none is larger than 2√n − 1 where n is a square', () => {
  for (let n = 1; n <= 40; n++) {
    const everyone = Array.from({ length: n }, (_, id) => id)
    const quorums = everyone.map((id) => {
      const others = everyone.filter((other) => other !== id)
      return new Set([id, ...gridQuorum(id, others).map((channel) => others[channel]!)])
    })
    for (const one of quorums)
      for (const other of quorums)
        assert.ok(
          [...one].some((id) => other.has(id)),
          `n = ${n}`,
        )
    assert.equal(Math.max(...quorums.map(({ size }) => size)), largestQuorum(n))
    if (Number.isInteger(Math.sqrt(n)))
      for (const { size } of quorums) assert.equal(size, 2 * Math.sqrt(n) - 1)
  }
})

test('a processor that is alone in asking needs three messages for each other member of its quorum', () => {
  // By hand: on a grid of 3 × 3, p_4 asks p_1, p_3, p_5, p_7, whose votes come at 2.
  const run = historyOf(repaired, { ...parts, n: 9, workload: 'once:processors=4' })
  assert.deepEqual(timesOf(run), ['acquire 4 @0', 'enter 4 @2', 'release 4 @2.5'])
  assert.deepEqual(run.execution.measures.messagesByType, {
    request: 4,
    locked: 4,
    failed: 0,
    inquire: 0,
    relinquish: 0,
    release: 4,
  })
})

// By hand, on a grid of 2 × 2: the quorum of p_1 is p_0, p_1, p_3, that of p_2 is p_0, p_2, p_3, that of p_3 is p_1, p_2, p_3.
// p_2 and p_3 ask at 0, p_1 at 0.5, all with time 1, and each votes for itself. At 1, p_0 votes for p_2; p_1 and p_2 make
// p_3 fail; at p_3, the request of p_2 precedes its own, so it asks its own vote back and gets it at 2, when it knows that
// it has failed. At 1.5 the request of p_1 is at p_0, which asks p_2 for its vote, and at p_3, where it overtakes that of
// p_2, so that at 2 p_3 votes for p_1. From 3 on, p_1 waits for the vote of p_0, which p_2 has.
const crossing = 'given:1.acquire@0.5+1.release@1.5+2.acquire@0+2.release@1+3.acquire@0+3.release@1'

test('the original protocol can deadlock: p_2 is asked for a vote, and does not know that it has been overtaken', () => {
  const { execution } = runCell(original, { ...parts, n: 4, workload: crossing })
  assert.deepEqual(execution.outcome, {
    kind: 'violated',
    property: 'answered',
    reason: 'p_2 was asked for acquire at time 0 and never answers',
  })
  assert.equal(execution.measures.operations!.completed, 0)
})

test('repaired, p_2 hears at 2.5 that it has failed, and returns the vote', () => {
  // By hand: p_0 has its vote again at 3.5, and p_1 enters at 4.5 and leaves. p_2 has the votes of p_0 and p_3 at 6.5, and
  // leaves, too; p_3 votes for itself at 7.5, when the vote of p_2 comes; that of p_1 came at 5.5.
  const run = historyOf(repaired, { ...parts, n: 4, workload: crossing })
  assert.deepEqual(violations(run), [])
  assert.deepEqual(
    timesOf(run).filter((event) => event.startsWith('enter')),
    ['enter 1 @4.5', 'enter 2 @6.5', 'enter 3 @7.5'],
  )
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(repaired, [2, 3, 4, 7, 9])
})

test('nobody waits for ever in the repaired protocol, and somebody often does in the original', () => {
  const stuck = (algorithm: typeof repaired) =>
    Array.from({ length: 60 }, (_, seed) => {
      const cell = { topology: 'complete', n: 9, delay: 'uniform', workload: 'closed:mean=3', seed }
      return runCell(algorithm, cell).execution.outcome.kind
    }).filter((kind) => kind === 'violated').length
  assert.equal(stuck(repaired), 0)
  assert.ok(stuck(original) > 0)
})
