import assert from 'node:assert/strict'
import { test } from 'node:test'
import { convergecast, flooding, treeBroadcast } from '../../../algorithms/index.ts'
import { buildTopology, Random } from '../../../engine/index.ts'
import { connectedGraphs, graphOf } from '../graphs.ts'
import { runLockstep, violations } from '../run.ts'

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

for (const algorithm of [flooding, treeBroadcast, convergecast])
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
