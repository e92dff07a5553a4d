import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Graph, graphFromChannels } from '../../../engine/index.ts'
import { centre, periphery } from '../../../engine/topology/centre.ts'
import { exactDiameter } from '../../../engine/topology/diameter.ts'
import { breadthFirst } from '../../../engine/topology/distances.ts'
import { eccentricities } from '../../../engine/topology/eccentricities.ts'
import { SMALL } from '../../../engine/topology/small-diameter.ts'
import fc from '../../helpers/property.ts'
import { allDistances, build, diameterOf, eccentricitiesOf, processors } from '../../laws/networks.ts'

/** A connected graph of many kinds, without the diameter that its family may know. */
const graphsOf = (min: number, max: number) =>
  fc
    .record({
      spec: fc.constantFrom(
        'gnp:degree=2',
        'gnp:degree=5',
        'random-tree',
        'random-geometric',
        'lollipop',
        'grid',
      ),
      n: fc.integer({ min, max }),
      seed: fc.nat(),
    })
    .filter(({ spec, n }) => spec !== 'grid' || n % 2 === 0)
    .map(({ spec, n, seed }) => unknown(build(spec, n, seed)))

const graphs = graphsOf(6, 70)

function unknown(graph: Graph): Graph {
  const [u, v]: [number[], number[]] = [[], []]
  for (const p of processors(graph))
    for (let channel = 0; channel < graph.degree(p); channel++)
      if (p < graph.neighbor(p, channel)) {
        u.push(p)
        v.push(graph.neighbor(p, channel))
      }
  return graphFromChannels(graph.n, u, v)
}

test('breadth-first distances are the shortest, and parents are one step nearer', () => {
  fc.assert(
    fc.property(graphs, fc.nat(), (graph, k) => {
      const source = k % graph.n
      const { distances, parentChannels, eccentricity, order } = breadthFirst(graph, source)
      assert.deepEqual([...distances], allDistances(graph)[source])
      assert.equal(eccentricity, Math.max(...distances))
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        processors(graph),
      )
      for (const p of processors(graph)) {
        if (p === source) continue
        const channel = parentChannels[p]!
        assert.ok(channel >= 0 && channel < graph.degree(p))
        assert.equal(distances[graph.neighbor(p, channel)], distances[p]! - 1)
      }
    }),
    { numRuns: 60 },
  )
})

test('searches that run together find the eccentricities that Floyd and Warshall find', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const all = Uint32Array.from(processors(graph))
      assert.deepEqual([...eccentricities(graph, all)], eccentricitiesOf(graph))
      assert.deepEqual([...eccentricities(graph, all.slice(2, 5))], eccentricitiesOf(graph).slice(2, 5))
    }),
    { numRuns: 60 },
  )
})

test('the diameter found by growing balls, or by search, is the largest distance', () => {
  for (const graphs of [graphsOf(6, 70), graphsOf(SMALL - 2, SMALL + 60)])
    fc.assert(
      fc.property(graphs, (graph) => {
        assert.equal(exactDiameter(graph), diameterOf(graph))
      }),
      { numRuns: 60 },
    )
})

test('the search agrees with the closed forms of larger networks', () => {
  for (const spec of ['ring', 'torus', 'hypercube', 'complete-bipartite', 'grid:dimensions=3'])
    assert.equal(exactDiameter(unknown(build(spec, 512, 1))), build(spec, 512, 1).details.diameter, spec)
  for (const spec of ['path', 'grid', 'balanced-tree', 'caterpillar', 'lollipop:clique=9'])
    assert.equal(
      exactDiameter(unknown(build(spec, 10_000, 1))),
      build(spec, 10_000, 1).details.diameter,
      spec,
    )
})

test('a diameter that would take too many searches is not guessed', () => {
  // On a torus all eccentricities are equal, so no bound ever excludes a processor.
  assert.equal(exactDiameter(unknown(build('torus', 2048, 1))), build('torus', 2048, 1).details.diameter)
  assert.equal(exactDiameter(unknown(build('torus', 10_000, 1))), null)
})

test('the centre has the least and the periphery the greatest eccentricity, each the first such', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const all = eccentricitiesOf(graph)
      assert.equal(centre(graph), all.indexOf(Math.min(...all)))
      assert.equal(periphery(graph), all.indexOf(Math.max(...all)))
    }),
    { numRuns: 60 },
  )
})

test('the centre and the periphery of a large tree are exact', () => {
  for (let seed = 0; seed < 5; seed++) {
    const tree = build('random-tree', 3000, seed)
    const diameter = exactDiameter(tree)!
    assert.equal(breadthFirst(tree, periphery(tree)).eccentricity, diameter)
    assert.equal(breadthFirst(tree, centre(tree)).eccentricity, Math.ceil(diameter / 2))
  }
})
