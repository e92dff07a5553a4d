import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bfsRelax,
  completeAsyncCapture,
  dfsTreeNoRoot,
  dfsTreeRoot,
  echo,
  flooding,
  hirschbergSinclair,
  lcr,
  spanningTreeFlood,
} from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createDelays,
  type DelayModel,
  execute,
  LongPaths,
  Random,
} from '../../../../engine/index.ts'
import { graphOf } from '../../../helpers/graphs.ts'
import fc from '../../../helpers/property.ts'
import { runCell } from '../../../helpers/run.ts'

const adversaries = ['starve', 'fast-chain', 'slowest-path-first', 'last-in-first-out', 'news', 'news:fast']

const measuresOf = (algorithm: AnyAlgorithm, topology: string, n: number, delay: string) =>
  runCell(algorithm, { topology, n, delay, inputs: 'root=first', seed: 0 }).execution.measures

function treeDepth(algorithm: AnyAlgorithm, topology: string, n: number, delay: string): number {
  const { final } = runCell(algorithm, { topology, n, delay, inputs: 'root=first', seed: 0 }).execution
  return algorithm.columns!.tree_depth!.read(final) as number
}

const close = (measured: number, expected: number) =>
  assert.ok(measured <= expected && measured > expected - 1e-4, `${measured}, not nearly ${expected}`)

test('a tree that should have depth 1 becomes a chain of n − 1 channels', () => {
  for (const n of [3, 8, 33])
    for (const delay of ['fast-chain', 'slowest-path-first', 'worst'])
      for (const algorithm of [spanningTreeFlood, echo])
        assert.equal(treeDepth(algorithm, 'complete', n, delay), n - 1, `${algorithm.name}, ${delay}, ${n}`)
})

test('with the delays that they declare, the times of floods and of the echo on a complete graph come to their bounds', () => {
  for (const n of [4, 16, 64]) {
    // ecc + 1, ecc + 2 and ecc + n, with ecc = 1.
    close(measuresOf(flooding, 'complete', n, 'worst').time, 2)
    close(measuresOf(spanningTreeFlood, 'complete', n, 'worst').time, 3)
    close(measuresOf(echo, 'complete', n, 'worst').time, n + 1)
  }
})

test('on a path, on which nothing can come early, the declared delays still come to the bounds', () => {
  // ecc = n − 1 = 9; there is no last copy beyond the far end, whose ⟨parent⟩ takes one unit more; the echo comes back.
  close(measuresOf(flooding, 'path', 10, 'worst').time, 9)
  close(measuresOf(spanningTreeFlood, 'path', 10, 'worst').time, 10)
  close(measuresOf(echo, 'path', 10, 'worst').time, 18)
})

test('with the delays that it declares, relaxation on a complete graph corrects as often as it can', () => {
  // The j-th on the chain takes j distances and sends each to n − 2; the root sends once, to n − 1.
  for (const n of [3, 5, 20]) {
    const expected = n - 1 + ((n - 2) * n * (n - 1)) / 2
    assert.equal(measuresOf(bfsRelax, 'complete', n, 'worst').messages, expected)
  }
})

test('the elections on rings and the depth-first search declare what makes their times exact', () => {
  assert.equal(measuresOf(lcr, 'ring', 16, 'worst').time, 32)
  assert.equal(measuresOf(hirschbergSinclair, 'ring', 16, 'worst').time, 2 * 15 + 32)
  // On a complete graph of 8, with m = 28: 2m, and 4m − 2n + 2.
  assert.equal(measuresOf(dfsTreeRoot, 'complete', 8, 'worst').time, 56)
  assert.equal(measuresOf(dfsTreeNoRoot, 'complete', 8, 'worst').time, 98)
})

test('an algorithm that declares no worst delays is told how to', () => {
  assert.throws(() => runCell(completeAsyncCapture, { topology: 'complete', delay: 'worst', seed: 0 }), {
    name: 'InputError',
    message: `delay worst: complete-async-capture declares no worst delays; the member worstDelays would give them`,
  })
})

test('the last message of an event overtakes all that are in transit, and later ones overtake earlier ones', () => {
  const delays: DelayModel = createDelays('last-in-first-out', onRing(5))
  assert.ok(delays.kind === 'adversary')
  const arrivals = [0, 1, 2, 3, 4, 5].map((number) => {
    // Two events of three messages each, the second as soon as the last of the first has arrived.
    const [index, time] = [number % 3, number < 3 ? 0 : 2 ** -40]
    return time + delays.adversary.delay({ ...anyDeparture, number, index, count: 3, time })
  })
  const order = [0, 1, 2, 3, 4, 5].sort((a, b) => arrivals[a]! - arrivals[b]!)
  // By hand: 2 at once; then 5; then 4, 3, 1, 0, backwards.
  assert.deepEqual(order, [2, 5, 4, 3, 1, 0])
})

test('news travels slowly to whom nothing has reached, or fast to them alone', () => {
  const timesOf = (delay: string) => measuresOf(flooding, 'path', 6, delay).time
  // On a path all copies of a flood are news: five of them.
  assert.equal(timesOf('news'), 5)
  close(timesOf('news:fast'), 5e-6)
})

test('who starves waits for 1, everyone else hardly at all', () => {
  const slots = (spec: string) => {
    const model = createDelays(spec, onRing(4))
    assert.ok(model.kind === 'per channel')
    return [...model.delays]
  }
  // Slots 2i and 2i + 1 lead from p_i to p_(i+1) and p_(i−1).
  assert.deepEqual(slots('starve:channel=2+3,fast=0.5'), [0.5, 0.5, 0.5, 0.5, 1, 0.5, 0.5, 1])
  assert.deepEqual(slots('starve:processor=0,fast=0.5'), [1, 1, 0.5, 1, 0.5, 0.5, 1, 0.5])
  assert.equal(slots('starve').filter((delay) => delay === 1).length, 2)
  for (const [spec, message] of [
    ['starve:channel=0+2', 'delay starve: channel=0+2: p_0 and p_2 share no channel'],
    ['starve:channel=0', 'delay starve: channel=0 must name two processors, as in channel=3+7'],
    ['starve:channel=0+4', 'delay starve: channel=0+4: “4” is not an integer from 0 to 3'],
    ['starve:processor=4', 'delay starve: processor=4: the processors are 0 to 3'],
    ['starve:channel=0+1,processor=2', 'delay starve: give either channel or processor, not both'],
  ])
    assert.throws(() => slots(spec!), { name: 'InputError', message })
})

test('an adversary that asks for too much time, or none, is refused', () => {
  for (const delay of [0, -1, 1.5, Number.NaN]) {
    const delays = { kind: 'adversary', bounded: true, adversary: { delay: () => delay } } as const
    assert.throws(
      () => execute(flooding, new ComputedInstance(ring(5)), { kind: 'asynchronous', delays }),
      new RegExp(`the adversary gives m_0 the delay ${delay}; it must be in \\(0, 1\\]`),
    )
  }
})

test('the same cell gives the same execution, whatever an adversary remembers', () => {
  for (const delay of [...adversaries, 'worst'])
    for (const algorithm of [echo, bfsRelax]) {
      const cell = { topology: 'gnp:degree=4', n: 24, delay, seed: 3 }
      assert.deepEqual(
        runCell(algorithm, cell).execution.measures,
        runCell(algorithm, cell).execution.measures,
      )
    }
})

test('long paths are simple, leave their regions never, and no processor lies on two', () => {
  const shapes = fc.record({ n: fc.integer({ min: 2, max: 30 }), regions: fc.integer({ min: 1, max: 3 }) })
  fc.assert(
    fc.property(shapes, fc.nat(), ({ n, regions }, seed) => {
      const graph = buildTopology('random-tree', { n, stream: new Random(seed, 1, 2, 3), readFile: () => '' })
      const region = Array.from({ length: n }, (_, p) => p % regions)
      const paths = new LongPaths(graph, region)
      const seen = new Set<number>()
      for (let start = 0; start < n; start++) {
        const path = paths.from(start)
        assert.equal(path.length === 0, seen.has(start))
        for (const [i, p] of path.entries()) {
          assert.ok(!seen.has(p) && region[p] === region[start])
          seen.add(p)
          const neighbors = Array.from({ length: graph.degree(p) }, (_, c) => graph.neighbor(p, c))
          if (i + 1 < path.length) assert.ok(neighbors.includes(path[i + 1]!))
          // It ends only where there is nowhere to go.
          else assert.ok(neighbors.every((q) => seen.has(q) || region[q] !== region[p]))
        }
      }
      assert.equal(seen.size, n)
    }),
    { numRuns: 100 },
  )
})

test('a long path visits all of a complete graph, a ring, a hypercube and a lollipop', () => {
  for (const topology of ['complete', 'ring', 'hypercube', 'lollipop']) {
    const graph = buildTopology(topology, { n: 16, stream: new Random(1, 2, 3, 4), readFile: () => '' })
    assert.equal(new LongPaths(graph).from(0).length, 16, topology)
  }
})

const ring = (n: number) =>
  graphOf(
    n,
    Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const),
  )

const onRing = (n: number) => ({
  graph: buildTopology('ring', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' }),
  stream: new Random(5, 6, 7, 8),
  readFile: () => '',
})

const anyDeparture = {
  sender: 0,
  channel: 0,
  receiver: 1,
  message: { type: 'M' },
  configuration: { instance: new ComputedInstance(ring(5)), states: [], terminated: () => false },
  awake: () => true,
}
