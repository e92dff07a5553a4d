import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dijkstraKState, dijkstraThreeState } from '../../../algorithms/index.ts'
import {
  executeStabilising,
  exploreStabilising,
  formalStabilising,
  judgeStabilising,
  stabilisingSystem,
} from '../../../engine/index.ts'

const explored = (n: number, daemon: string, k?: number) =>
  exploreStabilising(stabilisingSystem(dijkstraKState, n, k === undefined ? {} : { k }), { daemon })

const theorem = (n: number) => (3 * n * (n - 1)) / 2 - n - 1

test('K-state ring: it stabilises in at most 3n(n − 1)/2 − n − 1 steps, attained from n = 4 on, whoever moves at once', () => {
  for (const [n, daemon] of [
    [4, 'central'],
    [4, 'distributed'],
    [5, 'central'],
    [5, 'distributed'],
    [6, 'central'],
  ] as const) {
    const { most, leaves } = explored(n, daemon)
    assert.equal(leaves, null)
    // 13, 24, 38.
    assert.equal(most!.steps.value, theorem(n), `${n} ${daemon}`)
  }
})

test('K-state ring of three: two steps under the central daemon, three under a distributed one', () => {
  assert.equal(explored(3, 'central').most!.steps.value, 2)
  assert.equal(explored(3, 'distributed').most!.steps.value, 3)
})

test('K-state ring: k + k(k − 1)(n − 1) configurations have one token', () => {
  // With one token, the states are those of p_0 up to some p_i, then all another state; or all are equal, and p_0 has it.
  // k choices without a border, and k(k − 1) for each of the n − 1 places of a border.
  for (const n of [2, 3, 4, 5]) assert.equal(explored(n, 'central').legitimate, n + n * (n - 1) * (n - 1))
})

test('K-state ring: n − 1 states are enough under the central daemon, not under a distributed one; n − 2 never are', () => {
  for (const n of [4, 5]) {
    assert.equal(explored(n, 'central', n - 1).diverges, null)
    assert.notEqual(explored(n, 'distributed', n - 1).diverges, null)
    const { diverges } = explored(n, 'central', n - 2)
    assert.ok(diverges !== null && diverges.repeatsFrom === 0)
    const system = stabilisingSystem(dijkstraKState, n, { k: n - 2 })
    let states: readonly number[] = diverges.initially
    for (const movers of diverges.schedule) {
      assert.ok(formalStabilising.formalPrivileged(system, states).length > 1)
      states = formalStabilising.formalStep(system, states, movers)
    }
    assert.deepEqual(states, diverges.initially)
  }
})

test('three states are enough on any ring: it stabilises under every daemon, whatever the number of processors', () => {
  for (const n of [3, 4, 5, 6, 7])
    for (const daemon of ['central', 'distributed', 'synchronous']) {
      const found = exploreStabilising(stabilisingSystem(dijkstraThreeState, n), { daemon })
      assert.deepEqual([found.diverges, found.leaves], [null, null], `${n} ${daemon}`)
    }
})

test('random runs of large rings stabilise, within the bound', () => {
  for (const daemon of ['central', 'distributed', 'synchronous'])
    for (const n of [16, 64]) {
      const system = stabilisingSystem(dijkstraKState, n)
      const run = executeStabilising(system, { daemon, seed: n })
      assert.equal(run.outcome, 'stabilised')
      const [judged] = judgeStabilising(system, daemon, run)
      assert.deepEqual([judged!.verdict, judged!.bound], ['held', theorem(n)])
    }
})

test('nothing is claimed of other numbers of states', () => {
  const system = stabilisingSystem(dijkstraKState, 5, { k: 4 })
  assert.deepEqual(judgeStabilising(system, 'central', { steps: 99, moves: 99 }), [])
})
