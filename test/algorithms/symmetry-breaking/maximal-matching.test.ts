import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maximalMatching } from '../../../algorithms/index.ts'
import { connectedGraphs, graphOf } from '../../helpers/graphs.ts'
import { assertMeanIs } from '../../helpers/mean-within.ts'
import { runLockstep, violations } from '../../helpers/run.ts'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const path = (n: number) =>
  graphOf(
    n,
    range(n - 1).map((i) => [i, i + 1] as const),
  )
const costs = (graph: ReturnType<typeof path>, seed: number) => {
  const run = runLockstep(maximalMatching, graph, {}, seed)
  assert.deepEqual(violations(run), [])
  const { messages, time } = run.execution.measures
  return [messages, time]
}

test('by hand: on a path of three and on a triangle one pair is matched at once', () => {
  const triangle = graphOf(3, [
    [0, 1],
    [0, 2],
    [1, 2],
  ])
  for (const seed of range(10)) {
    // Two numbers, three point, and the middle tells the end that is left.
    assert.deepEqual(costs(path(3), seed), [6, 3])
    // Three numbers, three point, and both of the pair tell the third.
    assert.deepEqual(costs(triangle, seed), [8, 3])
    // One number, both point, nobody is left to be told.
    assert.deepEqual(costs(path(2), seed), [3, 2])
  }
})

test('by hand: on a path of four 29/3 messages and 11/3 rounds on average', () => {
  // Of the six orders of the numbers a, b, c of its channels, two have b first: 3 numbers, 4 point, 2 are told, 3 rounds.
  // Two have b last: both ends are matched at once, and those in the middle tell each other: 9 messages, 3 rounds.
  // Of a < b < c, and backwards: one end is matched, one message tells the middle, and in a second phase one number goes
  // over c and both point: 11 messages, 5 rounds.
  const runs = range(4000).map((seed) => runLockstep(maximalMatching, path(4), {}, seed).execution.measures)
  assert.deepEqual([...new Set(runs.map(({ messages, time }) => `${messages} in ${time}`))].sort(), [
    '11 in 5',
    '9 in 3',
  ])
  assertMeanIs(
    runs.map(({ messages }) => messages),
    29 / 3,
    'messages',
  )
  assertMeanIs(
    runs.map(({ time }) => time),
    11 / 3,
    'rounds',
  )
})

test('every claim and property holds on all connected graphs of up to five processors', () => {
  for (const n of [1, 2, 3, 4, 5])
    for (const graph of connectedGraphs(n))
      for (const seed of [graph.m, graph.m + 1])
        assert.deepEqual(violations(runLockstep(maximalMatching, graph, {}, seed)), [])
})

test('one who is matched twice, alone or not at all is found', () => {
  const { final } = runLockstep(maximalMatching, path(3)).execution
  const check = (property: string, partners: readonly (number | null)[]) =>
    maximalMatching.properties![property]!.check({
      instance: final.instance,
      states: partners.map((partner) => ({ partner })),
      terminated: () => true,
    } as never)
  // Channel 0 of p_1 leads to p_0, channel 1 to p_2.
  assert.match(check('matching', [0, 1, 0]) as string, /p_0 and p_1/)
  assert.equal(check('matching', [null, 1, null]), true)
  assert.equal(check('mutual', [null, 1, null]), 'p_1 is matched to p_2, who is free')
  assert.equal(check('maximal', [null, null, null]), 'p_0 and its neighbour p_1 are both free')
  for (const property of ['matching', 'mutual', 'maximal']) assert.equal(check(property, [0, 0, null]), true)
})
