import assert from 'node:assert/strict'
import { test } from 'node:test'
import { echoExtinction, floodmax, optFloodmax, yoYo } from '../../../algorithms/index.ts'
import { buildTopology, Random } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { mostMessages } from '../../helpers/explored.ts'
import { connectedGraphs, graphOf, permutations } from '../../helpers/graphs.ts'
import fc from '../../helpers/property.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)

const path = () =>
  graphOf(3, [
    [0, 1],
    [1, 2],
  ])

const initiators = (n: number, set: number) =>
  range(n).map((p) => ((set >>> p) & 1 ? 0 : Number.POSITIVE_INFINITY))

test('on a path of three FloodMax sends 8 messages in 2 rounds, and OptFloodMax 6', () => {
  // By hand: m = 2, D = 2, so 2·2·2 = 8. With identifiers 2, 0, 1 all send their own (4 messages); then only the middle has
  // news, 2, and sends it both ways (2).
  const all = runLockstep(floodmax, path(), { ids: [2, 0, 1] }).execution.measures
  assert.deepEqual([all.messages, all.time], [8, 2])
  const news = runLockstep(optFloodmax, path(), { ids: [2, 0, 1] }).execution.measures
  assert.deepEqual([news.messages, news.time], [6, 2])
})

test('identifiers that ascend along a path or round a ring cost OptFloodMax the most of all orders', () => {
  const ascending = range(5)
  for (const topology of ['path', 'ring']) {
    const graph = buildTopology(topology, { n: 5, stream: new Random(1, 2, 3, 4), readFile: () => '' })
    const cost = (ids: number[]) => runLockstep(optFloodmax, graph, { ids }).execution.measures.messages
    assert.deepEqual(Array.from(optFloodmax.worstIdentifiers!(5)), ascending)
    assert.equal(Math.max(...[...permutations(ascending)].map(cost)), cost(ascending))
    // By hand: the last has no news, the one before it news once, and so on, in D = 4 or 2 rounds; on the path, the ends
    // have one channel. Path: 1·1 + 2·2 + 2·3 + 2·4 + 1·4 = 23. Ring: 2(1 + 2 + 2 + 2 + 2) = 18.
    assert.equal(cost(ascending), topology === 'path' ? 23 : 18)
  }
})

test('three echoes on a triangle, and the largest extinguishes the others: 13 messages in 4 units', () => {
  // By hand: 6 waves at 0. At 1, 0 joins wave 1 and sends it to 2, then joins wave 2 and sends it to 1; 1 joins wave 2 and
  // sends it to 0. At 2, 0 and 1 have wave 2 from both sides: two echoes. At 3, 2 is elected and tells both.
  const triangle = graphOf(3, [
    [0, 1],
    [0, 2],
    [1, 2],
  ])
  const { measures } = runLockstep(echoExtinction, triangle).execution
  assert.deepEqual(measures.messagesByType, { wave: 9, echo: 2, leader: 2 })
  assert.equal(measures.time, 4)
})

test('Yo-Yo with two sources beside one sink takes two iterations, 12 messages and 7 units', () => {
  // By hand: 4 identifiers (time 1). Down 0 and 1 to the middle (2), which says yes to 0 and no to 1 (3): that channel turns.
  // Down 0 to the middle (4), and on (5); yes and drop, twice (6, 7). 4 + 4 + 4 = 2·2(1 + 2).
  const { measures, final } = runLockstep(yoYo, path(), { ids: [0, 2, 1] }).execution
  assert.deepEqual(measures.messagesByType, { id: 4, down: 4, vote: 4 })
  assert.equal(measures.time, 7)
  assert.deepEqual(
    final.states.map((state) => (state as { iterations: number }).iterations),
    [2, 0, 1],
  )
})

test('Yo-Yo: from 8 sources remain 5, 3, 2 and 1, so five iterations are not ⌈log2 8⌉ + 1', () => {
  const channels = [
    [0, 14],
    [1, 12],
    [2, 10],
    [3, 9],
    [3, 13],
    [4, 8],
    [4, 11],
    [5, 11],
    [5, 12],
    [6, 13],
    [6, 14],
    [7, 8],
    [7, 9],
    [7, 10],
  ] as const
  const run = runLockstep(yoYo, graphOf(15, channels))
  assert.deepEqual(violations(run), [])
  const iterations = run.execution.final.states.map((state) => (state as { iterations: number }).iterations)
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map((i) => iterations.filter((count) => count >= i).length),
    [8, 5, 3, 2, 1, 0],
  )
})

for (const algorithm of [floodmax, optFloodmax, echoExtinction, yoYo])
  test(`${algorithm.name}: every claim and property holds on all connected graphs of up to four processors, whatever the identifiers`, () => {
    for (const n of [2, 3, 4])
      for (const graph of connectedGraphs(n))
        for (const ids of permutations(range(n)))
          assert.deepEqual(violations(runLockstep(algorithm, graph, { ids })), [])
  })

test('echo-extinction: in every schedule on all connected graphs of up to three processors one of any initiators is elected within 2mk + n − 1', () => {
  for (const n of [2, 3])
    for (const graph of connectedGraphs(n))
      for (const ids of permutations(range(n)))
        for (let set = 1; set < 2 ** n; set++) {
          const woken = range(n).filter((p) => (set >>> p) & 1)
          const { messages } = exploreSchedules(echoExtinction, graph, ids, woken)
          assert.ok(messages <= 2 * graph.m * woken.length + n - 1, `${messages} messages`)
          if (woken.length === 1) assert.equal(messages, 2 * graph.m + n - 1)
        }
})

test('echo-extinction: in every schedule on all connected graphs of four processors every claim holds', () => {
  for (const graph of connectedGraphs(4)) mostMessages(echoExtinction, graph)
})

test('yo-yo: in every schedule, whoever wakes when, on all connected graphs of up to three processors every claim holds', () => {
  for (const n of [2, 3])
    for (const graph of connectedGraphs(n))
      for (const ids of permutations(range(n))) mostMessages(yoYo, graph, { ids }, { wakeUps: 'chosen' })
})

test('yo-yo: the number of messages does not depend on the schedule', () => {
  // A processor's votes are a function of the identifiers that have come down, not of their order.
  const cells = fc.record({ n: fc.integer({ min: 2, max: 30 }), topology: fc.nat(), seed: fc.nat() })
  fc.assert(
    fc.property(cells, ({ n, seed }) => {
      const stream = new Random(seed, 2, 3, 4)
      const graph = buildTopology('gnp:degree=4', { n: n + 5, stream, readFile: () => '' })
      const lockstep = runLockstep(yoYo, graph).execution.measures.messages
      const wakeTimes = initiators(n + 5, 1)
      assert.equal(runLockstep(yoYo, graph, { wakeTimes }).execution.measures.messages, lockstep)
    }),
    { numRuns: 50 },
  )
})

for (const algorithm of [echoExtinction, yoYo])
  test(`${algorithm.name}: on random networks with random delays, identifiers and wake-ups every claim holds`, () => {
    const cells = fc.record({
      n: fc.integer({ min: 10, max: 60 }),
      topology: fc.constantFrom(
        'gnp:degree=4',
        'random-tree',
        'torus',
        'lollipop',
        'barabasi-albert',
        'complete',
      ),
      delay: fc.constantFrom('uniform', 'bimodal', 'pareto', 'per-link', 'last-in-first-out'),
      wakeup: fc.constantFrom('all', 'staggered', 'random:k=3', 'random:k=1'),
      seed: fc.nat(),
    })
    fc.assert(
      fc.property(cells, ({ n, topology, ...rest }) => {
        const cell = { ...rest, topology, n: topology === 'torus' ? 36 : n }
        assert.deepEqual(violations(runCell(algorithm, cell)), [])
      }),
      { numRuns: 150 },
    )
  })
