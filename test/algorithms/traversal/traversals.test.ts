import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  awerbuchDfs,
  bfsLayeredAsync,
  cidonDfs,
  classicDfs,
  tarry,
  treeTraversal,
} from '../../../algorithms/index.ts'
import { depthFirstTree, treeDepth } from '../../../algorithms/spanning-tree/trees.ts'
import type { Channel, ConfigurationView, Execution } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { mostMessages } from '../../helpers/explored.ts'
import { connectedGraphs, graphOf } from '../../helpers/graphs.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

const traversals = [tarry, classicDfs, awerbuchDfs, cidonDfs, bfsLayeredAsync, treeTraversal]

const triangle = () =>
  graphOf(3, [
    [0, 1],
    [0, 2],
    [1, 2],
  ])

/** A square 0–1–2–3 with the channel 0–2; the root numbers its channels to 1, 3 and 2 in this order. */
const squareWithDiagonal = () =>
  graphOf(4, [
    [0, 1],
    [1, 2],
    [0, 3],
    [0, 2],
    [2, 3],
  ])

/** The final configuration, as one of processors with parents. */
const tree = ({ final }: Execution) => final as ConfigurationView<{ readonly parent: Channel | null }>

test('the token of Tarry may build a tree that is not depth-first, that of the classical search turns back', () => {
  // By hand, Tarry: 0→1→2→0, then by the next channel 0→3→2→3→0, then 0→2→1→0: 2 lies below 1, and 3 below 0.
  const walk = runLockstep(tarry, squareWithDiagonal()).execution
  assert.deepEqual([walk.measures.messages, walk.measures.time, treeDepth(tree(walk))], [10, 10, 2])
  assert.match(String(depthFirstTree(tree(walk))), /joins two branches/)
  // By hand, classical: 0→1→2→0, straight back 0→2, then 2→3→0, straight back 0→3, then 3→2→1→0: a chain.
  const search = runLockstep(classicDfs, squareWithDiagonal()).execution
  assert.deepEqual([search.measures.messages, search.measures.time, treeDepth(tree(search))], [10, 10, 3])
})

test('Awerbuch’s search of a triangle sends 12 messages in 10 units', () => {
  // By hand: ⟨visited⟩ 0→1 and 0→2, answered by 2; 1 is discovered at 3; ⟨visited⟩ 1→2, answered by 5; 2 is discovered at
  // 6; ⟨visited⟩ 2→0, answered by 8; back at 1 at 9, at 0 at 10.
  const { measures } = runLockstep(awerbuchDfs, triangle()).execution
  assert.deepEqual(measures.messagesByType, { visited: 4, ack: 4, discover: 2, return: 2 })
  assert.equal(measures.time, 10)
})

test('Cidon’s search of a triangle sends 6 messages in 4 units, and 7 where a step is in vain', () => {
  // By hand: forward 0→1, visited 0→2; forward 1→2; return 2→1, visited 2→0; return 1→0 at 4.
  const { measures } = runLockstep(cidonDfs, triangle()).execution
  assert.deepEqual(measures.messagesByType, { forward: 2, visited: 2, return: 2 })
  assert.equal(measures.time, 4)
  // While ⟨visited⟩ 2→0 is slow, the root sends the token to 2 as well. Nobody else can: 2 sends one message to 0.
  assert.equal(exploreSchedules(cidonDfs, triangle(), [0, 1, 2], [0]).messages, 7)
})

test('a breadth-first tree of a triangle, layer by layer, takes 12 messages and 6 units', () => {
  // By hand: explore to 1 and 2, child from both (2); go to both (3), each explores the other (4), no from both (5), up
  // from both, who found nobody (6).
  const { measures } = runLockstep(bfsLayeredAsync, triangle()).execution
  assert.deepEqual(measures.messagesByType, { explore: 4, child: 2, no: 2, go: 2, up: 2 })
  assert.equal(measures.time, 6)
})

test('the traversal of a path from its middle takes 4 messages, one after the other', () => {
  const path = graphOf(3, [
    [0, 1],
    [1, 2],
  ])
  const { measures } = runLockstep(treeTraversal, path, { root: 1 }).execution
  assert.deepEqual([measures.messages, measures.time], [4, 4])
})

for (const algorithm of traversals)
  test(`${algorithm.name}: every claim and property holds on all connected graphs of up to five processors`, () => {
    let graphs = 0
    for (const n of [2, 3, 4, 5])
      for (const graph of connectedGraphs(n))
        assert.deepEqual(violations(runLockstep(algorithm, graph, { root: graphs++ % n })), [])
    // The number of connected labelled graphs on 2, 3, 4 and 5 vertices: 1 + 4 + 38 + 728.
    assert.equal(graphs, 771)
  })

for (const algorithm of traversals)
  test(`${algorithm.name}: in every schedule on all connected graphs of up to four processors every claim and property holds`, () => {
    for (const n of [2, 3, 4])
      for (const graph of connectedGraphs(n)) {
        const wakeTimes = Array.from({ length: n }, (_, p) => (p === 0 ? 0 : Number.POSITIVE_INFINITY))
        mostMessages(algorithm, graph, { wakeTimes })
      }
  })
