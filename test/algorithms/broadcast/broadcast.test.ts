import assert from 'node:assert/strict'
import { test } from 'node:test'
import { convergecast, echo, flooding, treeBroadcast } from '../../../algorithms/index.ts'
import { buildTopology, Random } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { connectedGraphs, graphOf } from '../../helpers/graphs.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

test('flooding on a ring of five sends six messages and is quiet at time three', () => {
  // By hand: m = 5, n = 5, so 2·5 − 4 = 6; the two waves cross on the far channel at time 3.
  const ring = buildTopology('ring', { n: 5, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  const { outcome, measures } = runLockstep(flooding, ring).execution
  assert.equal(measures.messages, 6)
  assert.equal(measures.time, 3)
  assert.equal(outcome.kind, 'terminated')
})

test('on a path of three from its end, broadcast and convergecast take two messages and two units of time', () => {
  const path = () =>
    graphOf(3, [
      [0, 1],
      [1, 2],
    ])
  for (const algorithm of [treeBroadcast, convergecast]) {
    const { measures } = runLockstep(algorithm, path()).execution
    assert.deepEqual([measures.messages, measures.time], [2, 2])
  }
})

test('the echo on a triangle sends six messages in three units, on a path of three from its end four in four', () => {
  // By hand, triangle: tokens reach 1 and 2 at time 1, cross between them at time 2, and come back at time 3.
  const triangle = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const
  const onTriangle = runLockstep(echo, graphOf(3, triangle)).execution.measures
  assert.deepEqual([onTriangle.messages, onTriangle.time], [6, 3])
  // Path: there and back again.
  const path = [
    [0, 1],
    [1, 2],
  ] as const
  const onPath = runLockstep(echo, graphOf(3, path)).execution.measures
  assert.deepEqual([onPath.messages, onPath.time], [4, 4])
})

test('in every schedule on all connected graphs of up to four processors, the echo sends 2m messages and the root decides last', () => {
  for (const n of [2, 3, 4])
    for (const graph of connectedGraphs(n)) {
      const ids = Array.from({ length: n }, (_, p) => p)
      assert.equal(exploreSchedules(echo, graph, ids, [0]).messages, 2 * graph.m)
    }
})

for (const algorithm of [flooding, echo, treeBroadcast, convergecast])
  test(`${algorithm.name}: every claim and property holds on all connected graphs of up to five processors`, () => {
    for (const n of [2, 3, 4, 5])
      for (const graph of connectedGraphs(n))
        assert.deepEqual(violations(runLockstep(algorithm, graph, { root: graph.m % n })), [])
  })

test('the convergecast delivers the sum of all inputs', () => {
  const star = graphOf(4, [
    [0, 1],
    [0, 2],
    [0, 3],
  ])
  const { final } = runLockstep(convergecast, star, { values: [5, 7, 11, 13], root: 2 }).execution
  assert.equal((final.states[2] as { sum: number }).sum, 36)
})
