import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stabilisingMis } from '../../../algorithms/index.ts'
import {
  buildTopology,
  exploreStabilising,
  formalStabilising,
  neighborsIn,
  Streams,
  stabilisingSystem,
} from '../../../engine/index.ts'

function on(topology: string, n: number) {
  const graph = buildTopology(topology, { n, stream: new Streams(1).stream('topology'), readFile: () => '' })
  return stabilisingSystem(stabilisingMis, n, { neighbors: neighborsIn(graph) })
}

const networks = [
  ['ring', 6],
  ['star', 6],
  ['complete', 5],
  ['path', 7],
  ['gnp:degree=3', 7],
] as const

for (const [topology, n] of networks) {
  const system = on(topology, n)
  test(`${topology} of ${n}: it ends with a maximal independent set, and only there`, () => {
    for (let set = 0; set < 2 ** n; set++) {
      const states = Array.from({ length: n }, (_, i) => (set >> i) & 1)
      const around = system.neighbors.map((list) => list.some((q) => states[q] === 1))
      const isMaximalIndependent = states.every((own, i) => (own === 1) !== around[i])
      assert.equal(formalStabilising.formalLegitimate(system, states), isMaximalIndependent)
    }
  })

  test(`${topology} of ${n}: under the central daemon it stabilises within 2n moves, under no other`, () => {
    const { diverges, leaves, most } = exploreStabilising(system, { daemon: 'central' })
    assert.deepEqual([diverges, leaves], [null, null])
    assert.ok(most!.moves.value <= 2 * n)
    for (const daemon of ['distributed', 'synchronous'])
      assert.notEqual(exploreStabilising(system, { daemon }).diverges, null, daemon)
  })
}

test('on a complete network of five, at most four moves', () => {
  // From all in the set, four leave. Whoever enters is alone there, so with nobody in the set it is one move.
  // Nothing is worse: nobody enters while somebody is in the set, so there are at most four moves out of it or one into it.
  assert.equal(exploreStabilising(on('complete', 5), { daemon: 'central' }).most!.moves.value, 4)
})
