import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { algorithms } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type Choice,
  type Exploration,
  explore,
  type Graph,
  Problem,
  play,
  recordSchedule,
  Streams,
  timePlay,
  WAKES,
} from '../../../engine/index.ts'
import { network } from '../../networks.ts'
import { largestTimes } from './largest-times.ts'
import { randomAutomaton } from './random-automaton.ts'

const byName = (name: string): AnyAlgorithm => algorithms.find((algorithm) => algorithm.name === name)!

const onlyRoot = (n: number, root = 0): number[] =>
  Array.from({ length: n }, (_, p) => (p === root ? 0 : Number.POSITIVE_INFINITY))

/** What does not depend on how an exploration goes about it. */
const essence = ({ messages, time, finals, violations, exhausted }: Exploration) => ({
  messages,
  time: time?.max,
  finals: finals.count,
  varying: [...finals.varying].sort(),
  violations: violations.map(({ property }) => property).sort(),
  exhausted,
})

/** All schedules, one by one, carried out by the transition function; nothing is remembered and nothing left out. */
function allSchedules(algorithm: AnyAlgorithm, instance: Problem) {
  const found = { min: Number.POSITIVE_INFINITY, max: 0, time: 0, finals: new Set<string>() }
  const extend = (choices: readonly Choice[]): void => {
    const played = play(algorithm, instance, choices, 'at zero')
    const { ready, messages, steps, final } = played
    if (ready.length === 0) {
      found.min = Math.min(found.min, messages.length)
      found.max = Math.max(found.max, messages.length)
      if (steps.at(-1)!.message !== WAKES) found.time = Math.max(found.time, largestTimes(played).at(-1)!)
      found.finals.add(JSON.stringify([final.states, final.status]))
    }
    for (const message of ready) extend([...choices, { processor: messages[message]!.receiver, message }])
  }
  extend([])
  return found
}

const automaton = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  fifo: fc.boolean(),
  safety: fc.boolean(),
  spec: fc.constantFrom('path', 'ring', 'complete', 'star'),
  n: fc.integer({ min: 3, max: 4 }),
  wakers: fc.integer({ min: 1, max: 3 }),
})

type Drawn = typeof automaton extends fc.Arbitrary<infer T> ? T : never

function systemOf({ seed, fifo, safety, spec, n, wakers }: Drawn): {
  algorithm: AnyAlgorithm
  instance: Problem
} {
  const algorithm = randomAutomaton(new Streams(seed).stream('automaton'), { fifo, safety })
  const wakeTimes = Array.from({ length: n }, (_, p) => (p < wakers ? 0 : Number.POSITIVE_INFINITY))
  return { algorithm, instance: new Problem(network(spec, n), { wakeTimes }) }
}

test('exploring finds what going through all schedules one by one finds', () => {
  fc.assert(
    fc.property(automaton, (drawn) => {
      const { algorithm, instance } = systemOf({ ...drawn, n: 3, wakers: Math.min(2, drawn.wakers) })
      const whole = explore(algorithm, instance, { reduce: false, states: 300 })
      fc.pre(whole.exhausted && whole.depth <= 6)
      const { min, max, time, finals } = allSchedules(algorithm, instance)
      assert.deepEqual(
        [whole.messages.min, whole.messages.max, whole.time?.max, whole.finals.count],
        [min, max, time, finals.size],
      )
    }),
    { numRuns: 25 },
  )
})

test('the reduction changes nothing of what is found', () => {
  fc.assert(
    fc.property(automaton, (drawn) => {
      const { algorithm, instance } = systemOf(drawn)
      const whole = explore(algorithm, instance, { reduce: false, states: 5_000 })
      fc.pre(whole.exhausted)
      const reduced = explore(algorithm, instance)
      assert.deepEqual(essence(reduced), essence(whole))
      assert.ok(reduced.states <= whole.states)
    }),
    { numRuns: 100 },
  )
})

test('nor where wake-ups are chosen', () => {
  fc.assert(
    fc.property(automaton, (drawn) => {
      const { algorithm, instance } = systemOf(drawn)
      const whole = explore(algorithm, instance, { reduce: false, states: 5_000, wakeUps: 'chosen' })
      fc.pre(whole.exhausted)
      assert.deepEqual(essence(explore(algorithm, instance, { wakeUps: 'chosen' })), essence(whole))
    }),
    { numRuns: 60 },
  )
})

const catalogue: readonly (readonly [string, string, number])[] = [
  ['flooding', 'complete', 4],
  ['flooding', 'ring', 5],
  ['spanning-tree-flood', 'ring', 4],
  ['spanning-tree-flood', 'star', 4],
  ['dfs-tree-root', 'complete', 4],
  ['dfs-tree-no-root', 'complete', 4],
  ['dfs-tree-no-root', 'ring', 4],
  ['echo', 'ring', 4],
  ['echo', 'complete', 4],
  ['bfs-relax', 'complete', 4],
  ['bfs-relax', 'ring', 5],
  ['lcr', 'ring', 4],
  ['hirschberg-sinclair', 'ring', 4],
  ['complete-async-capture', 'complete', 3],
]

for (const [name, spec, n] of catalogue)
  test(`${name} on ${spec}, n = ${n}: explored with and without reduction, it is the same, and the witnesses hold`, () => {
    const algorithm = byName(name)
    const graph = network(spec, n)
    const wakeTimes = algorithm.requires.root === true ? onlyRoot(n) : new Array(n).fill(0)
    const instance = new Problem(graph, { wakeTimes, ids: [2, 0, 3, 1, 4].filter((id) => id < n) })
    const reduced = explore(algorithm, instance)
    assert.deepEqual(essence(reduced), essence(explore(algorithm, instance, { reduce: false })))
    assert.deepEqual(reduced.violations, [])
    assertWitnesses(algorithm, instance, reduced)
  })

/** The witnesses have the extremes, by the checker of recorded executions. */
function assertWitnesses(
  algorithm: AnyAlgorithm,
  instance: Problem,
  { witnesses, messages, time }: Exploration,
) {
  const record = (choices: readonly Choice[]) => {
    const timed = timePlay(play(algorithm, instance, choices, 'at zero'))
    return { timed, measures: recordSchedule(algorithm, instance, timed).execution.measures }
  }
  assert.equal(record(witnesses.messagesMax).measures.messages, messages.max)
  assert.equal(record(witnesses.messagesMin).measures.messages, messages.min)
  const last = record(witnesses.timeMax!)
  assert.equal(last.timed.time, time!.max)
  assert.ok(time!.max - last.measures.time < 1e-5)
}

test('flooding on five connected processors, any of the 21 graphs: 2m − (n − 1) messages in every schedule', () => {
  for (const graph of connectedGraphs(5)) {
    const instance = new Problem(graph, { wakeTimes: onlyRoot(5) })
    const { messages, exhausted } = explore(byName('flooding'), instance, { time: false })
    assert.deepEqual([messages, exhausted], [{ min: 2 * graph.m - 4, max: 2 * graph.m - 4 }, true])
  }
})

/** Placeholder until all graphs are enumerated. */
function connectedGraphs(n: number): Graph[] {
  return ['path', 'ring', 'complete', 'star'].map((spec) => network(spec, n))
}

test('the exploration of flooding on five processors all joined is at least ten times smaller for the reduction', () => {
  const instance = new Problem(network('complete', 5), { wakeTimes: onlyRoot(5) })
  const [reduced, whole] = [true, false].map((reduce) =>
    explore(byName('flooding'), instance, { reduce, time: false }),
  )
  assert.ok(reduced!.exhausted && whole!.exhausted)
  assert.ok(reduced!.states * 10 <= whole!.states)
})

test('a bound that is not reached within the budget is said to be a lower estimate', () => {
  const instance = new Problem(network('complete', 4), { wakeTimes: onlyRoot(4) })
  const { exhausted, messages, states } = explore(byName('flooding'), instance, { states: 10, time: false })
  assert.deepEqual([exhausted, states], [false, 10])
  assert.ok(messages.max <= 9)
})
