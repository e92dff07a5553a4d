import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Graph } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { build, channelsOf, neighborsOf, processors } from '../../laws/networks.ts'

const noted = (graph: Graph) => (graph.details.notes ?? []).join()

/** How often each graph comes up among `draws` seeds, of those that were connected as drawn or, if `all`, of all. */
function frequencies(spec: string, n: number, draws: number, all = false): number[] {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < draws; seed++) {
    const graph = build(spec, n, seed)
    if (!all && noted(graph) !== '') continue
    const key = channelsOf(graph)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts.values()]
}

/** Pearson's statistic against equal frequencies: about k − 1, with standard deviation √(2 (k − 1)). */
function assertEven(counts: number[], kinds: number): void {
  assert.equal(counts.length, kinds)
  const expected = counts.reduce((a, b) => a + b) / kinds
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  assert.ok(statistic < kinds - 1 + 4 * Math.sqrt(2 * (kinds - 1)), `${statistic} for ${kinds} kinds`)
}

function assertNear(value: number, mean: number, deviation: number): void {
  assert.ok(Math.abs(value - mean) < 4 * deviation, `${value} is not within 4 · ${deviation} of ${mean}`)
}

test('all 16 labelled trees on four processors are equally frequent', () => {
  // Cayley: 4^(4−2) = 16.
  assertEven(frequencies('random-tree', 4, 8000), 16)
})

test('all 125 labelled trees on five processors are equally frequent', () => {
  assertEven(frequencies('random-tree', 5, 12_500), 125)
})

test('with p = 1/2 all 38 connected graphs on four processors are equally frequent', () => {
  // Of the 2^6 = 64 graphs on four labelled vertices 38 are connected (OEIS A001187).
  assertEven(frequencies('gnp:p=0.5', 4, 8000), 38)
})

test('all connected graphs with as many channels are equally frequent under G(n, m)', () => {
  // Three channels on four processors: the 16 trees. Four: all 15 choices of 4 out of 6 pairs are connected.
  assertEven(frequencies('gnm:m=3', 4, 8000), 16)
  assertEven(frequencies('gnm:m=4', 4, 8000), 15)
})

test('G(n, p) has the expected number of channels', () => {
  const pairs = (2000 * 1999) / 2
  for (const p of [0.01, 0.3]) {
    const graph = build(`gnp:p=${p}`, 2000, 5)
    assert.equal(noted(graph), '')
    assertNear(graph.m, p * pairs, Math.sqrt(p * (1 - p) * pairs))
  }
  assert.equal(build('gnp:p=1', 40, 1).m, 780)
})

test('the degrees of G(n, p) vary like a binomial', () => {
  // Mean 20 and variance 20 (1 − 20/1999); the standard error of a variance is about variance · √(2/n).
  const graph = build('gnp:degree=20', 2000, 3)
  const squares = processors(graph).map((p) => (graph.degree(p) - 20) ** 2)
  const variance = 20 * (1 - 20 / 1999)
  assertNear(squares.reduce((a, b) => a + b) / 2000, variance, variance * Math.sqrt(2 / 2000))
})

test('a disconnected draw gets one channel less than it has components', () => {
  const graph = build('gnp:p=0', 30, 1)
  assert.equal(graph.m, 29)
  assert.equal(noted(graph), 'added 29 channels to connect 30 components')
  assert.equal(build('gnm:m=29', 30, 1).m, 29)
  assert.match(noted(build('gnm:m=29', 30, 1)), /^moved \d+ channels to connect \d+ components$/)
  const sparse = build('watts-strogatz:degree=2,rewire=1', 200, 1)
  assert.equal(sparse.m, 200)
  assert.match(noted(sparse), /^moved/)
})

test('components are joined to a uniformly random processor of those before', () => {
  // Without channels of its own, p_k is joined to one of p_0 … p_(k−1): 1 · 2 · 3 · 4 increasing trees on five.
  assertEven(frequencies('gnp:p=0', 5, 4000, true), 24)
})

test('a random regular graph of degree two is any Hamiltonian cycle', () => {
  // On six processors there are 5!/2 = 60 of them; the other 2-regular graphs, pairs of triangles, are joined.
  const cycles = new Set<string>()
  for (let seed = 0; seed < 1500; seed++) cycles.add(channelsOf(build('random-regular:degree=2', 6, seed)))
  assert.equal(cycles.size, 60)
})

test('a random cubic graph on six processors is any labelling of K3,3 or of the prism', () => {
  // 6!/72 = 10 labelled K3,3 and 6!/12 = 60 labelled prisms.
  assert.equal(frequencies('random-regular:degree=3', 6, 1500).length, 70)
})

test('random regular graphs are joined by switching ends', () => {
  const graph = build('random-regular:degree=2', 300, 4)
  assert.match(noted(graph), /^switched ends \d+ times? to connect \d+ components$/)
})

test('a third of the processors of preferential attachment with four links have degree four', () => {
  // The limiting fraction of degree k is 2 a (a + 1) / (k (k + 1) (k + 2)), which is 1/3 at k = a = 4
  // (Bollobás, Riordan, Spencer & Tusnády 2001).
  const graph = build('barabasi-albert', 20_000, 2)
  const fraction = processors(graph).filter((p) => graph.degree(p) === 4).length / graph.n
  assertNear(fraction, 1 / 3, Math.sqrt(2 / 9 / graph.n))
})

test('a small world moves the fraction of channels that it says', () => {
  const onRing = (graph: Graph) =>
    processors(graph)
      .flatMap((p) => neighborsOf(graph, p).map((q) => Math.abs(p - q)))
      .filter((distance) => Math.min(distance, graph.n - distance) <= 4).length / 2
  assert.equal(onRing(build('watts-strogatz:rewire=0', 5000, 1)), 20_000)
  // Hardly any moved channel lands in a neighbourhood: one in 5000/8.
  assertNear(onRing(build('watts-strogatz', 5000, 1)), 18_000, Math.sqrt(20_000 * 0.1 * 0.9))
})

test('a random geometric graph is what is near, and the Euclidean minimum spanning tree', () => {
  const instances = fc.record({
    n: fc.integer({ min: 2, max: 60 }),
    radius: fc.double({ min: 0.001, max: 1.5, noNaN: true }),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(instances, ({ n, radius, seed }) => {
      const graph = build(`random-geometric:radius=${radius}`, n, seed)
      const at = graph.details.coordinates!
      const distance = (p: number, q: number) =>
        Math.hypot(at[2 * p]! - at[2 * q]!, at[2 * p + 1]! - at[2 * q + 1]!)
      const tree = minimumSpanningTree(n, distance)
      for (const p of processors(graph))
        for (let q = 0; q < n; q++) {
          const wanted = p !== q && (distance(p, q) <= radius || tree.has(`${p}-${q}`))
          assert.equal(neighborsOf(graph, p).includes(q), wanted, `${p} and ${q}`)
        }
    }),
    { numRuns: 60 },
  )
})

/** Prim's algorithm; each channel in both directions. */
function minimumSpanningTree(n: number, distance: (p: number, q: number) => number): Set<string> {
  const inside = [0]
  const tree = new Set<string>()
  while (inside.length < n) {
    const outside = Array.from({ length: n }, (_, q) => q).filter((q) => !inside.includes(q))
    const ways = inside.flatMap((p) => outside.map((q) => ({ p, q, length: distance(p, q) })))
    const { p, q } = ways.reduce((best, way) => (way.length < best.length ? way : best))
    tree.add(`${p}-${q}`).add(`${q}-${p}`)
    inside.push(q)
  }
  return tree
}
