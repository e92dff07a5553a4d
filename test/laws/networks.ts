/** The laws of every family of networks, and slow, obvious measures to hold the fast ones against. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Graph, StoredGraph, Streams, topologies } from '../../engine/index.ts'

export function build(spec: string, n: number, seed: number): Graph {
  const { entry, values } = topologies.parse(spec)
  const stream = new Streams(seed).stream('topology')
  return entry.build({ n, values, stream, readFile: () => assert.fail('reads a file') })
}

/** Registers the laws as tests of the family that `spec` names, on all sizes from 1 to `largest`. */
export function topologyLaws(spec: string, largest = 40): void {
  const { entry, values } = topologies.parse(spec)
  const sizes = Array.from({ length: largest }, (_, i) => i + 1)
  const fitting = sizes.filter((n) => entry.sizeProblem(n, values) === null)

  test(`${spec} exists for some small sizes and says what the others lack`, () => {
    assert.ok(fitting.length > 0)
    for (const n of sizes) assert.notEqual(entry.sizeProblem(n, values), '')
  })

  test(`${spec} is a connected simple graph of n processors with consistent channels`, () => {
    for (const n of fitting) assertSimpleAndConnected(build(spec, n, 1), n)
  })

  test(`${spec} is a function of its stream`, () => {
    for (const n of fitting) assert.deepEqual(build(spec, n, 7), build(spec, n, 7))
    const n = fitting.at(-1)!
    const differs = [8, 9, 10].some((seed) => !sameChannels(build(spec, n, 7), build(spec, n, seed)))
    assert.equal(differs, entry.random)
  })

  test(`${spec} has the channels and the diameter of its closed form`, () => {
    for (const n of fitting) {
      const graph = build(spec, n, 1)
      const { m, diameter } = entry.closedForm?.(n, values) ?? {}
      if (m !== undefined) assert.equal(graph.m, m, `m at n = ${n}`)
      if (diameter !== undefined) assert.equal(diameterOf(graph), diameter, `diameter at n = ${n}`)
      assert.equal(graph instanceof StoredGraph, entry.computed !== true)
      assert.equal(graph.details.diameter ?? diameterOf(graph), diameterOf(graph), `details at n = ${n}`)
    }
  })
}

/** Checks what a graph says of its channels against itself and against the definition. */
export function assertSimpleAndConnected(graph: Graph, n: number): void {
  assert.equal(graph.n, n)
  assert.equal(
    processors(graph).reduce((sum, p) => sum + graph.degree(p), 0),
    2 * graph.m,
  )
  for (const p of processors(graph)) {
    const neighbors = neighborsOf(graph, p)
    assert.equal(graph.firstSlot(p), p === 0 ? 0 : graph.firstSlot(p - 1) + graph.degree(p - 1))
    assert.ok(!neighbors.includes(p), `no loop at ${p}`)
    assert.equal(new Set(neighbors).size, neighbors.length, `no parallel channels at ${p}`)
    for (const [channel, q] of neighbors.entries()) {
      const mirror = graph.mirror(p, channel)
      assert.ok(mirror >= 0 && mirror < graph.degree(q))
      assert.equal(graph.neighbor(q, mirror), p)
      assert.equal(graph.mirror(q, mirror), channel)
    }
  }
  assert.ok(Number.isFinite(diameterOf(graph)), 'connected')
}

/** All distances by the algorithm of Floyd and Warshall; Infinity where there is no way. */
export function allDistances(graph: Graph): number[][] {
  const all = processors(graph)
  const distances = all.map((p) => {
    const neighbors = new Set(neighborsOf(graph, p))
    return all.map((q) => (p === q ? 0 : neighbors.has(q) ? 1 : Number.POSITIVE_INFINITY))
  })
  for (const k of all)
    for (const p of all)
      for (const q of all)
        distances[p]![q] = Math.min(distances[p]![q]!, distances[p]![k]! + distances[k]![q]!)
  return distances
}

export function eccentricitiesOf(graph: Graph): number[] {
  return allDistances(graph).map((row) => Math.max(...row))
}

export function diameterOf(graph: Graph): number {
  return Math.max(...eccentricitiesOf(graph))
}

export function processors(graph: Graph): number[] {
  return Array.from({ length: graph.n }, (_, p) => p)
}

export function neighborsOf(graph: Graph, p: number): number[] {
  return Array.from({ length: graph.degree(p) }, (_, channel) => graph.neighbor(p, channel))
}

/** The channels as sorted text, whatever their order and numbering: “0-1 0-2 1-2”. */
export function channelsOf(graph: Graph): string {
  return processors(graph)
    .flatMap((p) =>
      neighborsOf(graph, p)
        .filter((q) => p < q)
        .sort((a, b) => a - b)
        .map((q) => `${p}-${q}`),
    )
    .join(' ')
}

function sameChannels(a: Graph, b: Graph): boolean {
  return channelsOf(a) === channelsOf(b)
}
