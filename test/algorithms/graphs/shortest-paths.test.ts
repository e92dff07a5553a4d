import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  allPairsDistances,
  allPairsInTurn,
  bellmanFord,
  bellmanFordRounds,
  ghsMst,
} from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  connectedGraphs,
  execute,
  explore,
  type Graph,
  graphFromChannels,
  type Instance,
  judge,
  Random,
} from '../../../engine/index.ts'
import { weightAt } from '../../../engine/weights/weight-at.ts'
import { randomGraph } from '../../engine/simulation/random-cases.ts'
import fc from '../../helpers/property.ts'
import { cellOf, runCell, runLockstep, violations } from '../../helpers/run.ts'

const distances = (states: readonly object[]): number[] =>
  (states as readonly { readonly distance: number }[]).map(({ distance }) => distance)

/** All distances as Floyd and Warshall find them. */
function floydWarshall(graph: Graph, weightOf: (p: number, channel: number) => number): number[][] {
  const { n } = graph
  const far = Array.from({ length: n }, (_, p) =>
    Array.from({ length: n }, (_, q) => (p === q ? 0 : Number.POSITIVE_INFINITY)),
  )
  for (let p = 0; p < n; p++)
    for (let channel = 0; channel < graph.degree(p); channel++)
      far[p]![graph.neighbor(p, channel)] = weightOf(p, channel)
  for (let k = 0; k < n; k++)
    for (let p = 0; p < n; p++)
      for (let q = 0; q < n; q++) far[p]![q] = Math.min(far[p]![q]!, far[p]![k]! + far[k]![q]!)
  return far
}

test('on a triangle where the way round is shorter, Bellman–Ford corrects one distance and sends eight messages', () => {
  // Weights 5 from p_0 to p_1, 1 to p_2, 1 from p_2 to p_1. The root sends 2; p_1 (5) and p_2 (1) tell both neighbours, 4;
  // p_1 hears of 1 + 1 at time 2 and tells it, 2; p_2 hears of 5 + 1, which is no news. All are processed at time 3.
  const graph = graphFromChannels(3, [0, 0, 1], [1, 2, 2])
  const { execution, judgements } = runLockstep(bellmanFord, graph, { weights: [5, 1, 1] })
  assert.equal(execution.measures.messages, 8)
  assert.equal(execution.measures.time, 3)
  assert.deepEqual(distances(execution.final.states), [0, 2, 1])
  assert.deepEqual(violations({ execution, judgements }), [])
  // L = 2: the shortest path to p_1 has two channels.
  const time = judgements.find(({ measure }) => measure === 'time')!
  assert.equal(time.bound, 3)
})

test('where all channels weigh the same, everyone tells its distance once: 2m messages', () => {
  const graph = graphFromChannels(4, [0, 1, 2, 0], [1, 2, 3, 3])
  const run = runLockstep(bellmanFord, graph, { weights: [7, 7, 7, 7] })
  assert.equal(run.execution.measures.messages, 8)
  const exact = run.judgements.find(({ claim }) => claim.kind === 'exactly')!
  assert.equal(exact.bound, 8)
  assert.deepEqual(violations(run), [])
})

test('a chain of k triangles costs Bellman–Ford 8(2^k − 1) messages in less than two units of time', () => {
  for (let triangles = 1; triangles <= 12; triangles++) {
    const n = 2 * triangles + 1
    const cell = {
      topology: 'triangle-chain',
      n,
      delay: 'worst',
      weights: 'own',
      inputs: 'root=first',
      seed: n,
    }
    const run = runCell(bellmanFord, cell)
    // The root tells 2, of the 2^i distances of p_2i each is told 4 (2 at the end), of those of p_2i+1 each 2:
    // 2 + 2(2^k − 1) + 4(2^k − 2) + 2·2^k.
    assert.equal(run.execution.measures.messages, 8 * (2 ** triangles - 1))
    assert.ok(run.execution.measures.time < 2)
    const exact = run.judgements.find(({ claim }) => claim.kind === 'exactly')!
    assert.equal(exact.claim.formula, '8(2^((n - 1)/2) - 1)')
    assert.equal(exact.verdict, 'held')
    assert.deepEqual(violations(run), [])
    // In rounds the same network costs no more than 2m(n − 1).
    const rounds = runCell(bellmanFord, { ...cell, timing: 'synchronous', delay: null })
    assert.ok(rounds.execution.measures.messages <= 2 * 3 * triangles * (n - 1))
    assert.deepEqual(violations(rounds), [])
  }
})

test('the worst of all schedules on one triangle costs 10, two more than on the chain’s account', () => {
  // The heavy way comes first, and goes on to p_1: p_1 and p_2 tell 1, then 0, each twice to both neighbours. The root tells 2.
  const chain = { n: 3, stream: new Random(1, 2, 3, 4), readFile: () => '' }
  const wakeTimes = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const instance = new ComputedInstance(buildTopology('triangle-chain', chain), {
    weights: [0, 1, 0],
    wakeTimes,
  })
  const found = explore(bellmanFord, instance, { states: 100_000 })
  assert.equal(found.exhausted, true)
  assert.deepEqual(found.violations, [])
  assert.equal(found.messages.max, 10)
  // L = 2: the light way to p_2. Its distance is right by then, and the last news arrives one unit later.
  assert.equal(found.time!.max, 3)
})

test('in n − 1 rounds of which everyone sends in each, all distances are right: by hand on a path of three', () => {
  // 2m(n − 1) = 8. After round 1, p_1 knows 4; after round 2, p_2 knows 4 + 3.
  const graph = graphFromChannels(3, [0, 1], [1, 2])
  const { execution, judgements } = runLockstep(bellmanFordRounds, graph, { weights: [4, 3] })
  assert.equal(execution.measures.messages, 8)
  assert.equal(execution.measures.time, 2)
  assert.equal(execution.outcome.kind, 'terminated')
  assert.deepEqual(distances(execution.final.states), [0, 4, 7])
  assert.deepEqual(violations({ execution, judgements }), [])
})

const networks = fc.record({
  n: fc.integer({ min: 1, max: 16 }),
  extra: fc.nat(25),
  seed: fc.nat(),
  whole: fc.boolean(),
})

test('both find the distances that Floyd and Warshall find, with weights of 0 and broken ones, too', () => {
  fc.assert(
    fc.property(
      networks,
      fc.constantFrom<AnyAlgorithm>(bellmanFord, bellmanFordRounds),
      (parts, algorithm) => {
        const random = new Random(parts.seed, 1, 2, 3)
        const graph = randomGraph(parts.n, parts.extra, random)
        const weights = Array.from({ length: graph.m }, () =>
          parts.whole ? random.integer(4) : random.uniform(),
        )
        const instance = new ComputedInstance(graph, { weights, root: random.integer(parts.n) })
        const fill = (block: Float64Array) => random.fillPositive(block)
        const timing =
          algorithm === bellmanFordRounds
            ? ({ kind: 'synchronous' } as const)
            : ({ kind: 'asynchronous', delays: { kind: 'independent', bounded: true, fill } } as const)
        const execution = execute(algorithm, instance, timing, { check: 'every' })
        const expected = floydWarshall(graph, (p, channel) => weightAt(graph, weights, p, channel)!)[
          instance.root
        ]!
        for (const [p, found] of distances(execution.final.states).entries())
          assert.ok(Math.abs(found - expected[p]!) < 1e-9, `p_${p}: ${found}, not ${expected[p]}`)
        const setting = { instance, timing: timing.kind, unitDelays: false, identifiers: 'given' }
        assert.deepEqual(violations({ execution, judgements: judge(algorithm, setting, execution) }), [])
      },
    ),
    { numRuns: 300 },
  )
})

test('with one flood after another, a path of three takes ten messages and six rounds', () => {
  // 0: p_0 floods, the pebble leaves it. 1: it comes to p_1 and rests. 2: p_1 floods, the pebble leaves it. 3: it comes to p_2
  // and rests. 4: p_2 floods, the pebble turns back. 5: p_1 hears of p_2. 6: p_0 does, and has the pebble again.
  // Three floods of 2m − (n − 1) = 2 messages, and 2(n − 1) = 4 ways of the pebble.
  const { execution, judgements } = runLockstep(allPairsInTurn, graphFromChannels(3, [0, 1], [1, 2]))
  assert.deepEqual(execution.measures.messagesByType, { hello: 6, pebble: 4 })
  assert.equal(execution.measures.time, 6)
  // An identifier of 2 bits with a distance of 2, and the pebble.
  assert.equal(execution.measures.bitsLoad, 5)
  assert.deepEqual(violations({ execution, judgements }), [])
})

test('everyone learns all distances on all connected graphs of up to five processors', () => {
  for (const n of [2, 3, 4, 5])
    for (const graph of connectedGraphs(n)) {
      const expected = floydWarshall(graph, () => 1)
      assert.deepEqual(violations(runLockstep(allPairsInTurn, graph)), [])
      const run = runLockstep(allPairsDistances, graph)
      const states = run.execution.final.states as readonly {
        readonly distances: ReadonlyMap<number, number>
      }[]
      for (const [p, { distances }] of states.entries())
        assert.deepEqual(
          [...distances].sort(([a], [b]) => a - b).map(([, distance]) => distance),
          expected[p],
        )
      assert.equal(run.execution.measures.messages, n * (2 * graph.m - n + 1))
      assert.deepEqual(violations(run), [])
    }
})

test('on a star of four, twelve messages and three bits more than one identifier meet on a channel', () => {
  // n(2m − n + 1) = 4·3. Round 1: each leaf hears of the centre, the centre of three leaves. It tells each leaf of the two
  // others in one round: two identifiers of 2 bits with distances of 3 bits (0 to 4).
  const graph = graphFromChannels(4, [0, 0, 0], [1, 2, 3])
  const { execution } = runLockstep(allPairsDistances, graph)
  assert.equal(execution.measures.messages, 12)
  assert.equal(execution.measures.time, 2)
  assert.equal(execution.measures.bitsLoad, 2 * (2 + 3))
})

test('an algorithm that needs weights says how to get them, and so does one that needs distinct ones', () => {
  const run = (algorithm: AnyAlgorithm, parts: Partial<Instance>) => () =>
    execute(algorithm, new ComputedInstance(graphFromChannels(3, [0, 1], [1, 2]), parts), {
      kind: 'asynchronous',
      delays: { kind: 'constant' },
    })
  assert.throws(
    run(bellmanFord, {}),
    /bellman-ford requires weights of the channels \(use --weights distinct or --weights uniform, in an experiment weights: \['distinct'\]\)/,
  )
  assert.throws(
    run(ghsMst, { weights: [2, 2] }),
    /ghs-mst requires distinct weights; here two channels weigh 2 \(use --weights distinct, /,
  )
})

test('distances that are too long, too short or without a path are found', () => {
  const graph = graphFromChannels(3, [0, 0, 1], [1, 2, 2])
  const instance = new ComputedInstance(graph, { weights: [5, 1, 1] })
  const check = (all: readonly (readonly [distance: number, parent: number | null])[]) =>
    bellmanFord.properties!.shortestPathTree!.check({
      instance,
      states: all.map(([distance, parent]) => ({ distance, parent, isRoot: false })),
      terminated: () => false,
    })
  // p_1 numbers p_0 0 and p_2 1; so does p_2 with p_0 and p_1.
  assert.equal(
    check([
      [0, null],
      [2, 1],
      [1, 0],
    ]),
    true,
  )
  assert.match(
    String(
      check([
        [0, null],
        [5, 0],
        [1, 0],
      ]),
    ),
    /p_1 is 4 farther than p_2, 1 away/,
  )
  assert.match(
    String(
      check([
        [0, null],
        [1, 1],
        [1, 0],
      ]),
    ),
    /p_1 is not at the end of the path through p_2/,
  )
  assert.match(
    String(
      check([
        [0, null],
        [2, 1],
        [1, 1],
      ]),
    ),
    /the parents of p_1 run in a circle/,
  )
  assert.equal(cellOf(bellmanFord, { seed: 1 }).weights, 'distinct')
})
