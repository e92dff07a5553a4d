import assert from 'node:assert/strict'
import { test } from 'node:test'
import { telephoneCalls } from '../../../algorithms/index.ts'
import { buildTopology, type Graph, Random } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { graphOf, permutations } from '../../helpers/graphs.ts'
import fc from '../../helpers/property.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const complete = (n: number) =>
  buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
const callsOf = (graph: Graph) => {
  const run = runLockstep(telephoneCalls, graph)
  assert.deepEqual(violations(run), [])
  return [run.execution.measures.messagesByType.call ?? 0, run.execution.measures.time]
}

test('by hand: two make one call, three make three, four make four', () => {
  assert.deepEqual(callsOf(graphOf(1, [])), [0, 0])
  assert.deepEqual(callsOf(complete(2)), [1, 2])
  // 1 and 2 call 0, which answers both at time 1, and then calls 1 back: answered at 3.
  assert.deepEqual(callsOf(complete(3)), [3, 3])
  // 0 calls 1 and 2 calls 3, until 2; then 0 calls 2 and 1 calls 3, until 4.
  assert.deepEqual(callsOf(complete(4)), [4, 4])
})

test('by hand: five make six calls in seven units', () => {
  // 4 calls 0, until time 1 at 0. 0 calls 1, until 3, then 2, until 5, and 4, until 7.
  assert.deepEqual(callsOf(complete(5)), [6, 7])
})

test('in every schedule on four processors 8 messages, on three 6, and on five 12, whoever has which identifier', () => {
  for (const ids of permutations(range(3)))
    assert.equal(exploreSchedules(telephoneCalls, complete(3), ids, range(3)).messages, 6)
  assert.equal(exploreSchedules(telephoneCalls, complete(4), [2, 0, 3, 1], range(4)).messages, 8)
  assert.equal(exploreSchedules(telephoneCalls, complete(5), [2, 4, 0, 3, 1], range(5)).messages, 12)
})

test('fewer calls than 2n − 4 are not enough for four and five processors', () => {
  // All sequences of calls, from who knows what, one bit for each rumour.
  for (const n of [4, 5]) {
    const pairs = range(n).flatMap((a) => range(a).map((b) => [b, a] as const))
    let reached = new Set([
      range(n)
        .map((p) => 2 ** p)
        .join(),
    ])
    const done = range(n)
      .fill(2 ** n - 1)
      .join()
    for (let calls = 0; calls < 2 * n - 4; calls++) {
      assert.ok(!reached.has(done), `${calls} calls for ${n}`)
      reached = new Set(
        [...reached].flatMap((key) =>
          pairs.map(([a, b]) => {
            const known = key.split(',').map(Number)
            known[a] = known[b] = known[a]! | known[b]!
            return known.join()
          }),
        ),
      )
    }
    assert.ok(reached.has(done))
  }
})

test('under random schedules and wake-ups every claim and property holds', () => {
  const cells = fc.record({
    n: fc.integer({ min: 2, max: 20 }),
    delay: fc.constantFrom('constant', 'uniform', 'bimodal', 'pareto', 'last-in-first-out'),
    wakeup: fc.constantFrom('all', 'staggered', 'ordered'),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(cells, (cell) =>
      assert.deepEqual(violations(runCell(telephoneCalls, { topology: 'complete', ...cell })), []),
    ),
    { numRuns: 150 },
  )
})
