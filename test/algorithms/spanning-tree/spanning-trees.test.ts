import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bfsRelax,
  bfsSync,
  dfsTreeNoRoot,
  dfsTreeRoot,
  spanningTreeFlood,
} from '../../../algorithms/index.ts'
import { depthFirstTree, depths } from '../../../algorithms/spanning-tree/trees.ts'
import { ComputedInstance } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { connectedGraphs, graphOf } from '../../helpers/graphs.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

const triangle = () =>
  graphOf(3, [
    [0, 1],
    [0, 2],
    [1, 2],
  ])

test('Algorithm 2 on a triangle sends 8 messages and is quiet at time 3', () => {
  // By hand: M to 1 and 2; each answers ⟨parent⟩ and sends M to the other (time 1), each answers ⟨already⟩ (time 2),
  // which arrive at time 3. M: 2 + 2, parent: 2, already: 2. Formula: 2(2·3 − 3 + 1) = 8, ecc + 2 = 3.
  const { measures } = runLockstep(spanningTreeFlood, triangle()).execution
  assert.deepEqual(measures.messagesByType, { M: 4, parent: 2, already: 2 })
  assert.equal(measures.time, 3)
})

test('Algorithm 3 on a triangle sends 6 messages, one after the other', () => {
  // By hand: M 0→1, M 1→2, M 2→0, already 0→2, parent 2→1, parent 1→0, and channel 0–2 needs no more exploring.
  const { measures } = runLockstep(dfsTreeRoot, triangle()).execution
  assert.deepEqual(measures.messagesByType, { M: 3, parent: 2, already: 1 })
  assert.equal(measures.time, 6)
})

test('Algorithm 4 on a triangle with one initiator sends 8 messages', () => {
  // By hand: leader 0→1, 1→2, 2→0, already 0→2, parent 2→1, parent 1→0, then leader 0→2, already 2→0.
  const wakeTimes = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const run = runLockstep(dfsTreeNoRoot, triangle(), { wakeTimes })
  assert.deepEqual(run.execution.measures.messagesByType, { leader: 4, already: 2, parent: 2 })
  assert.equal(run.execution.measures.time, 8)
  assert.equal(run.execution.outcome.kind, 'quiescent')
})

test('relaxation on a triangle sends 4 messages in lockstep and at most 5 in any schedule', () => {
  const lockstep = runLockstep(bfsRelax, triangle()).execution.measures
  assert.deepEqual([lockstep.messages, lockstep.time], [4, 2])
  // By hand: 2 from the root; one of its neighbours can hear of distance 2 first, and then sends twice, the other once.
  assert.equal(exploreSchedules(bfsRelax, triangle(), [0, 1, 2], [0]).messages, 5)
})

test('in every schedule on all connected graphs of up to four processors, relaxation ends breadth-first within its claim', () => {
  for (const n of [2, 3, 4])
    for (const graph of connectedGraphs(n)) {
      const ids = Array.from({ length: n }, (_, p) => p)
      assert.ok(exploreSchedules(bfsRelax, graph, ids, [0]).messages <= 2 * graph.m * (n - 1))
    }
})

for (const algorithm of [spanningTreeFlood, dfsTreeRoot, dfsTreeNoRoot, bfsSync, bfsRelax])
  test(`${algorithm.name}: every claim and property holds on all connected graphs of up to five processors`, () => {
    let graphs = 0
    for (const n of [2, 3, 4, 5])
      for (const graph of connectedGraphs(n)) {
        assert.deepEqual(violations(runLockstep(algorithm, graph, { root: graphs % n })), [])
        graphs++
      }
    // The number of connected labelled graphs on 2, 3, 4 and 5 vertices: 1 + 4 + 38 + 728.
    assert.equal(graphs, 771)
  })

test('a set of parents that runs in a circle, or leaves one out, is no tree', () => {
  const graph = triangle()
  assert.match(String(depths(graph, [null, 1, 1], 0)), /circle/)
  assert.match(String(depths(graph, [null, 0, null], 0)), /p_2 has no parent/)
  assert.match(String(depths(graph, [0, 0, 0], 0)), /root p_0 has a parent/)
  assert.deepEqual(depths(graph, [null, 0, 1], 0), Int32Array.of(0, 1, 2))
})

test('the star inside a triangle spans it but is not depth-first', () => {
  const instance = new ComputedInstance(triangle())
  const final = (parents: (number | null)[]) => ({
    instance,
    states: parents.map((parent) => ({ parent })),
    terminated: () => true,
  })
  assert.match(String(depthFirstTree(final([null, 0, 0]))), /joins two branches/)
  assert.equal(depthFirstTree(final([null, 0, 1])), true)
})
