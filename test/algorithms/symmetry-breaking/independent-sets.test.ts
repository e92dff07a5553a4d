import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greedyMis, lubyMis } from '../../../algorithms/index.ts'
import type { AnyAlgorithm, Graph } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { connectedGraphs, graphOf, permutations } from '../../helpers/graphs.ts'
import { assertMeanIs } from '../../helpers/mean-within.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const path = (n: number) =>
  graphOf(
    n,
    range(n - 1).map((i) => [i, i + 1] as const),
  )
const star = (n: number) =>
  graphOf(
    n,
    range(n - 1).map((i) => [0, i + 1] as const),
  )
const complete = (n: number) =>
  graphOf(
    n,
    range(n).flatMap((i) => range(i).map((j) => [j, i] as const)),
  )

const members = (algorithm: AnyAlgorithm, graph: Graph, ids: number[]) =>
  runLockstep(algorithm, graph, { ids }).execution.final.states.map(
    (state) => (state as { member: boolean }).member,
  )

test('Luby on a complete graph, by hand: one phase, whoever has the smallest number', () => {
  // n(n − 1) numbers; the smallest joins and tells n − 1; each of these leaves and tells the n − 2 others that leave.
  for (const n of [2, 3, 6])
    for (const seed of range(10)) {
      const run = runLockstep(lubyMis, complete(n), {}, seed)
      assert.deepEqual(violations(run), [])
      const { messages, messagesByType, time } = run.execution.measures
      assert.deepEqual([messagesByType.number, messagesByType.joins], [n * (n - 1), n - 1])
      assert.equal(messages, n * (n - 1) + (n - 1) + (n - 1) * (n - 2))
      assert.equal(time, n === 2 ? 2 : 3)
    }
})

test('Luby on a star, by hand: one phase of 3(n − 1) messages, whoever joins', () => {
  // 2(n − 1) numbers. If the centre is the smallest it tells all; else it is told by those below it and tells the rest.
  for (const seed of range(20)) {
    const { messages, time } = runLockstep(lubyMis, star(5), {}, seed).execution.measures
    assert.equal(messages, 12)
    assert.ok(time === 2 || time === 3)
  }
})

/** The exact mean messages and phases of Luby's algorithm, over all orders of the numbers, by recursion on who is undecided. */
function lubyMeans(graph: Graph): { readonly messages: number; readonly phases: number } {
  const known = new Map<string, { messages: number; phases: number }>()
  const neighbors = range(graph.n).map((p) => range(graph.degree(p)).map((c) => graph.neighbor(p, c)))
  const of = (undecided: readonly number[]): { messages: number; phases: number } => {
    const left = undecided.filter((p) => neighbors[p]!.some((q) => undecided.includes(q)))
    if (left.length === 0) return { messages: 0, phases: 0 }
    const key = left.join()
    const before = known.get(key)
    if (before !== undefined) return before
    let [messages, phases, orders] = [0, 0, 0]
    for (const order of permutations(left)) {
      const near = (p: number) => neighbors[p]!.filter((q) => left.includes(q))
      const joins = left.filter((p) => near(p).every((q) => order.indexOf(p) < order.indexOf(q)))
      const leaves = left.filter((p) => near(p).some((q) => joins.includes(q)))
      const rest = of(left.filter((p) => !joins.includes(p) && !leaves.includes(p)))
      for (const p of left) messages += near(p).length
      for (const p of joins) messages += near(p).length
      for (const p of leaves) messages += near(p).filter((q) => !joins.includes(q)).length
      messages += rest.messages
      phases += 1 + rest.phases
      orders++
    }
    const means = { messages: messages / orders, phases: phases / orders }
    known.set(key, means)
    return means
  }
  return of(range(graph.n))
}

test('Luby: messages and phases have the means over all orders of the numbers, below 8m and log₂ m + 2', () => {
  const ring = graphOf(
    6,
    range(6).map((i) => [i, (i + 1) % 6] as const),
  )
  for (const graph of [path(4), path(6), ring]) {
    const means = lubyMeans(graph)
    const runs = range(2500).map((seed) => runLockstep(lubyMis, graph, {}, seed).execution)
    assertMeanIs(
      runs.map(({ measures }) => measures.messages),
      means.messages,
      'messages',
    )
    assertMeanIs(
      runs.map(({ final }) => Math.max(...final.states.map((state) => (state as { phase: number }).phase))),
      means.phases,
      'phases',
    )
    assert.ok(means.messages <= 8 * graph.m && means.phases <= Math.log2(graph.m) + 2)
  }
})

test('Luby: the mean phases and messages of all connected graphs of up to five processors keep to the claims', () => {
  for (const n of [2, 3, 4, 5])
    for (const graph of connectedGraphs(n)) {
      const means = lubyMeans(graph)
      assert.ok(means.messages <= 8 * graph.m && means.phases <= Math.log2(graph.m) + 2)
    }
})

test('the greedy set by hand: on an ascending path every second processor joins, one after the other', () => {
  // p_0 joins at 0, p_1 leaves at 1, p_2 joins at 2, p_3 leaves at 3, p_4 joins at 4: one message a channel.
  const { measures } = runLockstep(greedyMis, path(5)).execution
  assert.deepEqual([measures.messages, measures.messagesByType.joins, measures.time], [4, 2, 4])
  assert.deepEqual(members(greedyMis, path(5), [0, 1, 2, 3, 4]), [true, false, true, false, true])
  // The centre of a star is in the set alone if it is the smallest, and otherwise not.
  assert.deepEqual(members(greedyMis, star(4), [0, 1, 2, 3]), [true, false, false, false])
  assert.deepEqual(members(greedyMis, star(4), [1, 0, 2, 3]), [false, true, true, true])
})

test('the greedy set: the declared worst identifiers take n − 1 units on a path and on a ring', () => {
  for (const n of [3, 10, 33]) {
    const ids = greedyMis.worstIdentifiers!(n)
    assert.equal(runLockstep(greedyMis, path(n), { ids }).execution.measures.time, n - 1)
  }
})

test('in every schedule on all connected graphs of up to four processors, m messages lead to the greedy set', () => {
  for (const n of [2, 3, 4])
    for (const graph of connectedGraphs(n))
      for (const ids of n < 4 ? permutations(range(n)) : [[2, 0, 3, 1]])
        assert.equal(exploreSchedules(greedyMis, graph, ids, range(n)).messages, graph.m)
})

test('both: every claim and property holds on all connected graphs of up to five processors', () => {
  for (const n of [1, 2, 3, 4, 5])
    for (const graph of connectedGraphs(n))
      for (const algorithm of [lubyMis, greedyMis])
        assert.deepEqual(violations(runLockstep(algorithm, graph, {}, graph.m)), [])
})

test('two neighbours in the set, one who could be added, and one who has not decided are found', () => {
  const check = (property: string, given: readonly (boolean | null)[]) => {
    const { execution } = runLockstep(greedyMis, path(3))
    const states = given.map((member) => ({ member }))
    return lubyMis.properties![property]!.check({
      ...execution.final,
      instance: execution.final.instance,
      states,
    } as never)
  }
  assert.equal(check('independent', [true, true, false]), 'p_0 and its neighbour p_1 are both in the set')
  assert.equal(check('maximal', [true, false, false]), 'p_2 is not in the set, and none of its neighbours is')
  assert.match(check('everyoneDecides', [true, false, null]) as string, /p_2 does not/)
  for (const property of ['independent', 'maximal', 'everyoneDecides'])
    assert.equal(check(property, [true, false, true]), true)
})
