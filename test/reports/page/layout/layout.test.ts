import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildTopology, type Graph, Streams, topologies } from '../../../../engine/index.ts'
import { forEachChannel, type Layout, layoutOf } from '../../../../reports/page/layout/index.ts'
import fc from '../../../helpers/property.ts'

const build = (topology: string, n: number, seed: number): Graph =>
  buildTopology(topology, {
    n,
    stream: new Streams(seed).stream('topology'),
    readFile: () => '',
  })

function settled(network: Graph, topology: string): Layout {
  const layout = layoutOf(network, topology)
  while (layout.settle());
  return layout
}

/** The least distance of two processors, as a part of the picture's larger side. O(n²). */
function least({ x, y }: Layout): number {
  let smallest = Number.POSITIVE_INFINITY
  for (let p = 0; p < x.length; p++)
    for (let q = 0; q < p; q++) smallest = Math.min(smallest, Math.hypot(x[p]! - x[q]!, y[p]! - y[q]!))
  const extent = (values: Float64Array) => Math.max(...values) - Math.min(...values)
  return smallest / Math.max(extent(x), extent(y))
}

const families = topologies.entries.filter(({ fixedSize }) => !fixedSize)

test('no two processors stand at one place, in a network of any family and size', () => {
  const cases = fc.record({
    family: fc.constantFrom(...families),
    n: fc.integer({ min: 2, max: 80 }),
    seed: fc.nat(1000),
  })
  fc.assert(
    fc.property(cases, ({ family, n, seed }) => {
      const { values } = topologies.parse(family.name)
      fc.pre(family.sizeProblem(n, values) === null)
      assert.ok(least(settled(build(family.name, n, seed), family.name)) > 1e-3)
    }),
    { numRuns: 150 },
  )
})

test('lattices of up to seven dimensions keep their processors apart', () => {
  for (const n of [4, 8, 16, 32, 64, 128])
    assert.ok(least(layoutOf(build('hypercube', n, 1), 'hypercube')) > 0.005)
  for (const [topology, n] of [
    ['torus:dimensions=3', 1000],
    ['grid:dimensions=3', 1000],
    ['torus:dimensions=4', 256],
    ['grid', 1024],
  ] as const)
    assert.ok(least(layoutOf(build(topology, n, 1), topology)) > 1e-3, topology)
})

test('the same network has the same picture, also where forces draw it', () => {
  const [one, two] = [1, 2].map(() => settled(build('gnp:degree=4', 40, 7), 'gnp:degree=4'))
  assert.deepEqual(one!.x, two!.x)
  assert.deepEqual(one!.y, two!.y)
})

test('neighbours on a grid are one apart, whatever the numbers of their channels', () => {
  const network = build('grid', 24, 1)
  const { x, y } = layoutOf(network, 'grid')
  forEachChannel(network, (p, q) => assert.equal(Math.hypot(x[p]! - x[q]!, y[p]! - y[q]!), 1))
})

test('only the channels of a torus that wrap round are bent', () => {
  // 4 × 5: of 2 · 20 channels, 5 wrap round in the dimension of side 4 and 4 in that of side 5.
  const network = build('torus', 20, 1)
  const { x, y, bend } = layoutOf(network, 'torus')
  let bent = 0
  forEachChannel(network, (p, q) => {
    if (bend(p, q) === 0) return assert.equal(Math.hypot(x[p]! - x[q]!, y[p]! - y[q]!), 1)
    assert.equal(bend(p, q), -bend(q, p))
    bent++
  })
  assert.equal(bent, 9)
})

test('the picture of a star has its centre in the middle, and of a tree each level on a ring', () => {
  const star = layoutOf(build('star', 9, 1), 'star')
  const radii = Array.from(star.x, (x, p) => Math.round(1e9 * Math.hypot(x, star.y[p]!)) / 1e9)
  assert.deepEqual(radii.sort(), [0, 1, 1, 1, 1, 1, 1, 1, 1])
})
