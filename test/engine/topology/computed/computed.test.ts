import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ComputedInstance,
  createDelays,
  execute,
  type Graph,
  Random,
  StoredGraph,
  Streams,
  storedGraph,
  withShuffledChannels,
  withSortedChannels,
} from '../../../../engine/index.ts'
import { RegularGraph } from '../../../../engine/topology/computed/regular-graph.ts'
import { ShuffledGraph } from '../../../../engine/topology/computed/shuffled-graph.ts'
import { breadthFirst } from '../../../../engine/topology/distances.ts'
import fc from '../../../helpers/property.ts'
import {
  assertSimpleAndConnected,
  build,
  channelsOf,
  neighborsOf,
  processors,
} from '../../../laws/networks.ts'
import { randomMachine } from '../../simulation/random-machine.ts'

/** A member of each computed family. */
const networks = fc
  .record({
    family: fc.constantFrom(
      'ring',
      'torus',
      'torus:dimensions=3',
      'hypercube',
      'complete',
      'circulant:offsets=1+4+2',
      'circulant:offsets=5+1',
    ),
    size: fc.integer({ min: 3, max: 40 }),
  })
  .map(({ family, size }) => {
    const fitting: Record<string, number> = {
      hypercube: 2 ** Math.ceil(Math.log2(size)),
      torus: 3 * size,
      'torus:dimensions=3': 9 * size,
    }
    return build(family, fitting[family] ?? size + 7, 1) as RegularGraph
  })

/** The same with each processor's own numbering, or with another one that is computed too. */
const numbered = fc
  .record({ network: networks, shuffle: fc.option(fc.nat(), { nil: undefined }) })
  .map(({ network, shuffle }) =>
    shuffle === undefined ? network : new ShuffledGraph(network, stream(shuffle)),
  )

const stream = (seed: number) => new Streams(seed).stream('ports')

test('each computed family joins the processors that its definition joins', () => {
  const ones = (number: number) => number.toString(2).replaceAll('0', '').length
  const definitions: Record<string, (p: number, q: number) => boolean> = {
    ring: (p, q) => [1, 11].includes(Math.abs(p - q)),
    'circulant:offsets=6+1+4': (p, q) => [1, 4, 6, 8, 11].includes(Math.abs(p - q)),
    complete: (p, q) => p !== q,
    // 12 = 3 · 4: the coordinate p mod 3 or ⌊p/3⌋ differs by one, round a circle of 3 or 4; the other is equal.
    torus: (p, q) =>
      (Math.floor(p / 3) === Math.floor(q / 3) && p !== q) ||
      (p % 3 === q % 3 && [1, 3].includes(Math.abs(Math.floor(p / 3) - Math.floor(q / 3)))),
  }
  for (const [spec, joined] of Object.entries(definitions))
    assert.equal(channelsOf(build(spec, 12, 1)), pairs(12, joined), spec)
  assert.equal(
    channelsOf(build('hypercube', 16, 1)),
    pairs(16, (p, q) => ones(p ^ q) === 1),
  )
})

function pairs(n: number, joined: (p: number, q: number) => boolean): string {
  const all = Array.from({ length: n }, (_, p) => p)
  return all.flatMap((p) => all.filter((q) => p < q && joined(p, q)).map((q) => `${p}-${q}`)).join(' ')
}

test('a computed graph and the same graph in arrays agree on every slot', () => {
  fc.assert(
    fc.property(numbered, (graph) => {
      const stored = storedGraph(graph)
      assert.ok(!(graph instanceof StoredGraph) && stored instanceof StoredGraph)
      assert.deepEqual([stored.n, stored.m, stored.details], [graph.n, graph.m, graph.details])
      for (const p of processors(graph)) {
        assert.equal(stored.firstSlot(p), graph.firstSlot(p))
        for (let channel = 0; channel < graph.degree(p); channel++) {
          assert.equal(stored.neighbor(p, channel), graph.neighbor(p, channel))
          assert.equal(stored.mirror(p, channel), graph.mirror(p, channel))
        }
      }
      assertSimpleAndConnected(graph, graph.n)
    }),
    { numRuns: 40 },
  )
})

test('slots of any processors, in any order, are routed as each alone, also in place', () => {
  fc.assert(
    fc.property(numbered, fc.nat(), (graph, seed) => {
      const random = new Random(seed, 1, 2, 3)
      for (const kind of [graph, storedGraph(graph)]) {
        const senders = Uint32Array.from({ length: 9 }, () => random.integer(graph.n))
        const channels = Array.from(senders, (p) => random.integer(graph.degree(p)))
        const slots = Uint32Array.from(channels, (channel, i) => graph.firstSlot(senders[i]!) + channel)
        const receivers = new Uint32Array(10).fill(7777)
        const mirrors = new Uint32Array(10).fill(7777)
        kind.route(senders, slots, 0, 9, receivers, mirrors)
        kind.route(senders, slots, 0, 9, receivers, slots)
        assert.deepEqual(
          [...receivers],
          [...channels.map((channel, i) => graph.neighbor(senders[i]!, channel)), 7777],
        )
        const expected = channels.map((channel, i) => graph.mirror(senders[i]!, channel))
        assert.deepEqual([...mirrors], [...expected, 7777])
        assert.deepEqual([...slots], expected)
      }
    }),
  )
})

test('an execution on a computed graph is the execution on the same graph in arrays', () => {
  const cases = fc.record({
    graph: numbered,
    program: fc.nat(1000),
    seed: fc.nat(1000),
    delay: fc.constantFrom('constant', 'uniform', 'per-link', 'slow-links', 'slow-processors'),
    fifo: fc.boolean(),
  })
  fc.assert(
    fc.property(cases, ({ graph, program, seed, delay, fifo }) => {
      const run = (network: Graph, synchronous: boolean) => {
        const delays = createDelays(delay, { graph: network, stream: stream(seed), readFile: () => '' })
        const { outcome, measures, final } = execute(
          randomMachine(program),
          new ComputedInstance(network, {
            weights: Float64Array.from({ length: network.m }, (_, i) => i % 5),
          }),
          synchronous ? { kind: 'synchronous' } : { kind: 'asynchronous', delays, fifo },
          { budget: { messages: 3000 } },
        )
        return { outcome, measures, states: final.states }
      }
      for (const synchronous of [false, true])
        assert.deepEqual(run(graph, synchronous), run(storedGraph(graph), synchronous))
    }),
    { numRuns: 60 },
  )
})

test('a shuffled numbering does not depend on whether the graph is small enough to be stored', () => {
  const small = build('complete', 40, 1) as RegularGraph
  const stored = withShuffledChannels(small, stream(3))
  assert.ok(stored instanceof StoredGraph)
  assert.deepEqual(stored, storedGraph(new ShuffledGraph(small, stream(3))))
  assert.ok(withShuffledChannels(build('complete', 600, 1), stream(3)) instanceof RegularGraph)
})

test('shuffling keeps the channels of a computed graph and depends on the stream', () => {
  fc.assert(
    fc.property(networks, fc.nat(), (graph, seed) => {
      const rows = (g: Graph) => processors(g).map((p) => neighborsOf(g, p))
      const shuffled = withShuffledChannels(graph, stream(seed))
      assert.equal(channelsOf(shuffled), channelsOf(graph))
      assert.equal(shuffled.details.orientation, undefined)
      assert.deepEqual(rows(shuffled), rows(withShuffledChannels(graph, stream(seed))))
      // Two of the smallest graphs may come out alike by chance, not all of twenty.
      const others = Array.from({ length: 20 }, (_, i) => withShuffledChannels(graph, stream(seed + 1 + i)))
      assert.ok(others.some((other) => JSON.stringify(rows(other)) !== JSON.stringify(rows(shuffled))))
    }),
    { numRuns: 40 },
  )
})

test('sorted channels lead to ascending neighbours, in a complete graph without storing them', () => {
  fc.assert(
    fc.property(networks, (graph) => {
      const sorted = withSortedChannels(graph)
      assert.equal(channelsOf(sorted), channelsOf(graph))
      for (const p of processors(sorted))
        assert.deepEqual(
          neighborsOf(sorted, p),
          neighborsOf(graph, p).toSorted((a, b) => a - b),
        )
    }),
    { numRuns: 40 },
  )
  assert.ok(withSortedChannels(build('complete', 50_000, 1)) instanceof RegularGraph)
  assert.throws(() => withSortedChannels(build('hypercube', 2 ** 25, 1)), /leave out ports=sorted/)
})

test('in a computed graph every eccentricity is the diameter', () => {
  fc.assert(
    fc.property(numbered, fc.nat(), (graph, some) => {
      const root = some % graph.n
      assert.equal(new ComputedInstance(graph, { root }).eccentricity, breadthFirst(graph, root).eccentricity)
      assert.equal(graph.details.diameter, breadthFirst(graph, root).eccentricity)
    }),
    { numRuns: 40 },
  )
})

test('delays that belong to channels, and FIFO channels, are refused where there is no room for them', () => {
  const graph = build('complete', 50_000, 1)
  const message = /take a number for each direction of each channel; this network has 1,249,975,000 channels/
  for (const delay of ['per-link', 'slow-processors'])
    assert.throws(() => createDelays(delay, { graph, stream: stream(1), readFile: () => '' }), message)
  const delays = createDelays('uniform', { graph, stream: stream(1), readFile: () => '' })
  const timing = { kind: 'asynchronous', delays, fifo: true } as const
  assert.throws(() => execute(randomMachine(1), new ComputedInstance(graph), timing), message)
})

test('the last slots of the largest networks lead where they should', () => {
  // 65,536 processors have 65,536 · 65,535 = 4,294,901,760 slots, of which the last is channel 65,534 of the last.
  const complete = build('complete', 65_536, 1)
  assert.equal(complete.neighbor(65_535, 65_534), 65_534)
  assert.equal(complete.mirror(65_535, 65_534), 65_534)
  const shuffled = withShuffledChannels(complete, stream(1))
  const there = shuffled.neighbor(65_535, 65_534)
  assert.equal(shuffled.neighbor(there, shuffled.mirror(65_535, 65_534)), 65_535)
  const hypercube = build('hypercube', 2 ** 27, 1)
  assert.equal(hypercube.neighbor(2 ** 27 - 1, 26), 2 ** 26 - 1)
  assert.equal(hypercube.mirror(2 ** 27 - 1, 26), 26)
})
