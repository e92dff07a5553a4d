import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boruvka, ghsMst } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  ComputedInstance,
  connectedGraphs,
  type Execution,
  execute,
  explore,
  type Graph,
  graphFromChannels,
  judge,
  minimumSpanningTree,
  Random,
} from '../../../engine/index.ts'
import { weightsByEnds } from '../../../engine/weights/weights-by-ends.ts'
import { permutations } from '../../../engine/worst-case/instances/permutations.ts'
import { randomGraph } from '../../engine/simulation/random-cases.ts'
import fc from '../../helpers/property.ts'
import { runLockstep, violations } from '../../helpers/run.ts'
import { primTree } from './prim.ts'

interface Marking {
  readonly marks: readonly string[]
}

/** The channels that a processor has marked, by their ends. */
function marked(network: Graph, states: readonly object[]): string[] {
  const found = new Set<string>()
  for (const [p, { marks }] of (states as readonly Marking[]).entries())
    for (const [channel, mark] of marks.entries()) {
      const q = network.neighbor(p, channel)
      if (mark === 'branch') found.add(`${Math.min(p, q)} ${Math.max(p, q)}`)
    }
  return [...found].sort()
}

/** The messages of the types that were sent. */
const sent = ({ measures: { messagesByType } }: Execution) =>
  Object.fromEntries(Object.entries(messagesByType).filter(([, count]) => count > 0))

const path = (n: number): Graph => {
  const ends = Array.from({ length: n - 1 }, (_, i) => i)
  return graphFromChannels(
    n,
    ends,
    ends.map((p) => p + 1),
  )
}

const triangle = (): Graph => graphFromChannels(3, [0, 0, 1], [1, 2, 2])

test('on two processors, GHS sends six messages and its core halts at time 3', () => {
  // Each sends connect, initiate (both are at level 0 and have the same lightest channel), and a report of nothing.
  const { execution, judgements } = runLockstep(ghsMst, path(2), { weights: [5] })
  assert.deepEqual(sent(execution), { connect: 2, initiate: 2, report: 2 })
  assert.equal(execution.measures.time, 3)
  assert.deepEqual(execution.measures.marks, { halted: { first: 3, last: 3 } })
  assert.deepEqual(violations({ execution, judgements }), [])
})

test('on a triangle of weights 1, 2 and 3, GHS sends 13 messages by time 5', () => {
  // 0: everyone connects over its lightest channel: p_0 and p_1 over 1, p_2 to p_0 over 2.
  // 1: p_0 and p_1 send each other initiate, level 1; p_0 lets the connect of p_2 wait, whose channel it knows nothing of.
  // 2: p_0 tests its channel to p_2, then answers the connect with initiate; p_1 tests its channel to p_2.
  // 3: p_2 lets the test of p_0 wait, is initiated, tests its channel to p_1, rejects p_0 (it is in the fragment now), and
  //    takes the test of p_1, which is under way, for the answer to its own: nothing is left, so it reports to p_0.
  // 4: p_1 takes the test of p_2 for the answer to its own. p_0 and p_1 report nothing to each other.
  // 5: both halt. Together 3 + 2 + 3 + 3 + 2.
  const { execution, judgements } = runLockstep(ghsMst, triangle(), { weights: [1, 2, 3] })
  assert.deepEqual(sent(execution), {
    connect: 3,
    initiate: 3,
    test: 3,
    reject: 1,
    report: 3,
  })
  assert.equal(execution.measures.messages, 13)
  assert.equal(execution.measures.time, 5)
  assert.deepEqual(violations({ execution, judgements }), [])
})

test('on a path of weights 1, 3 and 2, both algorithms join two pairs, then both to one', () => {
  const weights = [1, 3, 2]
  const ghs = runLockstep(ghsMst, path(4), { weights })
  assert.equal(ghsMst.columns!.levels!.read(ghs.execution.final as never), 2)
  // Borůvka, by hand, n = 4, phases of 8 rounds. Phase 1: 6 fragments are told; 4 joins, two on each light channel; two
  // names on each, of which p_1 and p_3 take the smaller, and there is nobody else to tell. Phase 2: over weight 3, where
  // alone nothing is known, 2 fragments are told; p_1 and p_2 tell p_0 and p_3 of it, who have heard of nothing lighter; 2
  // joins; 2 names, and p_2 tells p_3 the smaller one. Phase 3: nothing is left.
  const rounds = runLockstep(boruvka, path(4), { weights })
  assert.deepEqual(sent(rounds.execution), {
    fragment: 6 + 2,
    join: 4 + 2,
    name: 4 + 2 + 1,
    lightest: 2,
  })
  assert.deepEqual(rounds.execution.measures.marks, { done: { first: 20, last: 20 } })
  assert.equal(boruvka.columns!.phases!.read(rounds.execution.final as never), 2)
  for (const run of [ghs, rounds]) assert.deepEqual(violations(run), [])
})

test('on two processors, Borůvka takes one phase of four rounds and two rounds to see that nothing is left', () => {
  const { execution, judgements } = runLockstep(boruvka, path(2), { weights: [5] })
  assert.deepEqual(sent(execution), { fragment: 2, join: 2, name: 2 })
  assert.deepEqual(execution.measures.marks, { done: { first: 6, last: 6 } })
  assert.deepEqual(violations({ execution, judgements }), [])
})

test('with all orders of weights on all connected graphs of up to four processors, and on 200 of five, every claim holds', () => {
  let runs = 0
  for (const n of [2, 3, 4])
    for (const graph of connectedGraphs(n))
      for (const weights of permutations(Array.from({ length: graph.m }, (_, i) => i + 1)))
        for (const algorithm of [ghsMst, boruvka]) {
          const run = runLockstep(algorithm, graph, { weights: [...weights] })
          assert.deepEqual(violations(run), [], `${algorithm.name}, ${graph.m} channels, ${weights}`)
          runs++
        }
  // 1! + 2! + 3! + (3! + 3! + 4! + 4! + 5! + 6!) orders for the graphs of 2, 3 and 4 processors, of each algorithm one run.
  assert.equal(runs, 2 * (1 + 2 + 6 + (6 + 6 + 24 + 24 + 120 + 720)))
  const random = new Random(1, 2, 3, 4)
  const graphs = connectedGraphs(5)
  for (let i = 0; i < 200; i++) {
    const graph = graphs[i % graphs.length]!
    const run = runLockstep(ghsMst, graph, { weights: random.permutation(graph.m) })
    assert.deepEqual(violations(run), [])
  }
})

test('in every schedule, whoever wakes, GHS ends with the tree on a triangle and on paths of three', () => {
  for (const graph of [triangle(), path(3)])
    for (const weights of permutations(Array.from({ length: graph.m }, (_, i) => i + 1))) {
      const instance = new ComputedInstance(graph, { weights: [...weights] })
      const found = explore(ghsMst, instance, { states: 200_000, wakeUps: 'chosen', time: false })
      assert.equal(found.exhausted, true)
      assert.deepEqual(found.violations, [])
      // 5n log₂ n + 2m is 27.8 for the path and 29.8 for the triangle.
      assert.ok(found.messages.max <= 5 * 3 * Math.log2(3) + 2 * graph.m, String(found.messages.max))
    }
})

test('both mark the tree that Prim finds, and so does Kruskal in the engine', () => {
  const trees = fc.record({
    n: fc.integer({ min: 1, max: 24 }),
    extra: fc.nat(40),
    seed: fc.nat(),
    algorithm: fc.constantFrom<AnyAlgorithm>(ghsMst, boruvka),
  })
  fc.assert(
    fc.property(trees, ({ n, extra, seed, algorithm }) => {
      const random = new Random(seed, 1, 2, 3)
      const graph = randomGraph(n, extra, random)
      const weights = random.permutation(graph.m)
      const weightOf = weightsByEnds(graph, weights)
      const expected = primTree(graph, (p, q) => weightOf(p, q)!)
      const kruskal = minimumSpanningTree(graph, weights).map(({ p, q }) => `${p} ${q}`)
      assert.deepEqual(kruskal.sort(), expected)
      const instance = new ComputedInstance(graph, { weights })
      const fill = (block: Float64Array) => random.fillPositive(block)
      const timing =
        algorithm === boruvka
          ? ({ kind: 'synchronous' } as const)
          : ({ kind: 'asynchronous', delays: { kind: 'independent', bounded: true, fill } } as const)
      const execution = execute(algorithm, instance, timing, { check: 'every' })
      assert.deepEqual(marked(graph, execution.final.states), expected)
      const setting = { instance, timing: timing.kind, unitDelays: false, identifiers: 'given' }
      assert.deepEqual(violations({ execution, judgements: judge(algorithm, setting, execution) }), [])
    }),
    { numRuns: 300 },
  )
})

test('a tree that is not the minimum, and one that is not complete, are found', () => {
  const instance = new ComputedInstance(triangle(), { weights: [1, 2, 3] })
  const view = (marks: readonly (readonly string[])[]) => ({
    instance,
    states: marks.map((one) => ({
      marks: one,
      branches: [...one.keys()].filter((channel) => one[channel] === 'branch'),
    })) as never[],
    terminated: () => false,
  })
  const { marksNoOther, marksTheTree } = boruvka.properties!
  const [branch, rejected] = ['branch', 'rejected']
  // p_0 has p_1, then p_2 for neighbours; p_1 has p_0, then p_2; p_2 has p_0, then p_1.
  const right = [
    [branch, branch],
    [branch, rejected],
    [branch, rejected],
  ] as string[][]
  assert.equal(marksTheTree!.check(view(right)), true)
  const heavy = [right[0]!, [branch!, branch!], [branch!, branch!]]
  assert.match(String(marksNoOther!.check(view(heavy))), /between p_1 and p_2 is marked, and not in/)
  assert.match(
    String(marksTheTree!.check(view([right[0]!, right[1]!, [rejected!, rejected!]]))),
    /p_2 has marked 0 of its 1 channels/,
  )
})
