import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Graph } from '../../../engine/index.ts'
import { isOriented } from '../../../engine/topology/is-oriented.ts'
import { build, neighborsOf, processors } from '../../laws/networks.ts'

test('channel 0 leads clockwise round an oriented ring, and channel 1 back', () => {
  const graph = build('ring', 7, 1)
  assert.equal(graph.details.orientation, 'ring')
  for (const p of processors(graph)) {
    assert.equal(graph.neighbor(p, 0), (p + 1) % 7)
    assert.equal(graph.neighbor(p, 1), (p + 6) % 7)
  }
  assert.equal(build('ring:oriented=no', 7, 1).details.orientation, null)
})

test('channels 2i and 2i + 1 of a torus lead up and down in dimension i', () => {
  // 12 = 3 · 4: processor x + 3y has the coordinates x mod 3 and y mod 4.
  const graph = build('torus', 12, 1)
  assert.equal(graph.details.orientation, 'torus')
  for (const p of processors(graph)) {
    const [x, y] = [p % 3, Math.floor(p / 3)]
    assert.equal(graph.neighbor(p, 0), ((x + 1) % 3) + 3 * y)
    assert.equal(graph.neighbor(p, 1), ((x + 2) % 3) + 3 * y)
    assert.equal(graph.neighbor(p, 2), x + 3 * ((y + 1) % 4))
    assert.equal(graph.neighbor(p, 3), x + 3 * ((y + 3) % 4))
  }
})

test('a torus of one dimension is the oriented ring', () => {
  const { orientation: _, ...details } = build('ring', 9, 1).details
  const neighbors = (graph: Graph) => processors(graph).map((p) => neighborsOf(graph, p))
  assert.deepEqual(neighbors(build('torus:dimensions=1', 9, 1)), neighbors(build('ring', 9, 1)))
  assert.deepEqual(details, { diameter: 4, alike: true })
})

test('channel i of a hypercube leads to the processor whose number differs in bit i', () => {
  const graph = build('hypercube', 16, 1)
  assert.equal(graph.details.orientation, 'hypercube')
  for (const p of processors(graph))
    for (let i = 0; i < 4; i++) {
      assert.equal(graph.neighbor(p, i), p ^ (2 ** i))
      assert.equal(graph.mirror(p, i), i)
    }
})

test('channel k of an oriented complete graph leads k + 1 processors on', () => {
  const graph = build('complete:oriented=yes', 7, 1)
  assert.equal(graph.details.orientation, 'complete')
  for (const p of processors(graph))
    for (let k = 0; k < 6; k++) {
      assert.equal(graph.neighbor(p, k), (p + k + 1) % 7)
      // From there it is 7 − (k + 1) on to p.
      assert.equal(graph.mirror(p, k), 7 - (k + 1) - 1)
    }
  assert.ok(isOriented(graph, 'complete'))
  assert.ok(!isOriented(build('complete', 7, 1), 'complete'))
})

test('channel 0 of a path leads towards processor 0, and of a balanced tree to the parent', () => {
  const path = build('path', 6, 1)
  for (let p = 1; p < 6; p++) assert.equal(path.neighbor(p, 0), p - 1)
  const tree = build('balanced-tree:arity=3', 20, 1)
  for (let p = 1; p < 20; p++) assert.equal(tree.neighbor(p, 0), Math.floor((p - 1) / 3))
})
