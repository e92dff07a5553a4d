import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gossipPull, gossipPush, gossipPushPull } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  claimedValue,
  Random,
} from '../../../engine/index.ts'
import { connectedGraphs, graphOf } from '../../helpers/graphs.ts'
import { assertMeanIs } from '../../helpers/mean-within.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const complete = (n: number) =>
  buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
const star = (n: number) =>
  graphOf(
    n,
    range(n - 1).map((i) => [0, i + 1] as const),
  )

const all: readonly AnyAlgorithm[] = [gossipPush, gossipPull, gossipPushPull]

/** The exact mean on a complete graph that an algorithm claims. */
function claimedMean(algorithm: AnyAlgorithm, measure: 'time' | 'messages', n: number): number {
  const claim = [algorithm.claims![measure]!].flat().find(({ kind }) => kind === 'expected')!
  const instance = new ComputedInstance(complete(n))
  return claimedValue(claim, { instance, timing: 'synchronous', unitDelays: true, identifiers: 'random' })
}

const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a}, not ${b}`)

test('by hand: the claimed means for three processors', () => {
  // Push: the first call informs one of the two. Then two calls miss the third with probability 1/4: 4/3 rounds more.
  // One message, 4/3 · 2, and three calls more in the last round.
  close(claimedMean(gossipPush, 'time', 3), 1 + 4 / 3)
  close(claimedMean(gossipPush, 'messages', 3), 1 + 8 / 3 + 3)
  // Pull, two rounds for a call: each of two asks the root with probability 1/2, so none does with 1/4, and both with 1/4.
  // E = 1 + E/4 + 1/2, so E = 2 calls. While two ask there are 4/3 calls of 2 questions and 1 answer on average; one is
  // left alone with probability 2/3, asks once, and is answered.
  close(claimedMean(gossipPull, 'time', 3), 2 * 2)
  close(claimedMean(gossipPull, 'messages', 3), (4 / 3) * 3 + (2 / 3) * 2)
  // Both: the root tells one, and the other asks it with probability 1/2; else it asks one of two who know in the second
  // call. The first has 1 push, 2 questions and 1 answer on average, the second 2 pushes, 1 question and 1 answer.
  close(claimedMean(gossipPushPull, 'time', 3), 2 * 1.5)
  close(claimedMean(gossipPushPull, 'messages', 3), 4 + 4 / 2)
})

test('the claimed means for two processors are one call, and 1 + 2, 2 and 3 messages', () => {
  const means = all.map((algorithm) => [
    claimedMean(algorithm, 'time', 2),
    claimedMean(algorithm, 'messages', 2),
  ])
  // After its call, the pushing one and the other call once more; with both, the root is asked and calls unasked, too.
  assert.deepEqual(means, [
    [1, 3],
    [2, 2],
    [2, 3],
  ])
})

test('the claimed means lie where the literature puts them', () => {
  for (const n of [16, 64, 256, 512]) {
    const push = claimedMean(gossipPush, 'time', n)
    // Doerr & Künnemann 2014, here without their o(1).
    assert.ok(push >= Math.floor(Math.log2(n)) + Math.log(n) - 1.116, `push, n = ${n}: ${push}`)
    assert.ok(push <= Math.ceil(Math.log2(n)) + Math.log(n) + 2.765, `push, n = ${n}: ${push}`)
    // log₂ n + log₂ ln n + O(1) and log₃ n + log₂ ln n + O(1): Karp et al. 2000, Doerr & Kostrygin 2017.
    const pull = claimedMean(gossipPull, 'time', n) / 2 - Math.log2(n) - Math.log2(Math.log(n))
    const both =
      claimedMean(gossipPushPull, 'time', n) / 2 - Math.log(n) / Math.log(3) - Math.log2(Math.log(n))
    assert.ok(pull >= 0.5 && pull <= 1.3, `pull, n = ${n}: offset ${pull}`)
    assert.ok(both >= -0.1 && both <= 0.4, `push and pull, n = ${n}: offset ${both}`)
  }
})

for (const algorithm of all)
  test(`${algorithm.name}: time and messages on complete graphs have the claimed means`, () => {
    for (const [n, runs] of [
      [3, 2000],
      [16, 1500],
    ] as const) {
      const graph = complete(n)
      const sample = range(runs).map((seed) => runLockstep(algorithm, graph, {}, seed).execution.measures)
      for (const measure of ['time', 'messages'] as const)
        assertMeanIs(
          sample.map((measures) => measures[measure]),
          claimedMean(algorithm, measure, n),
          `${measure}, n = ${n}`,
        )
    }
  })

test('by hand: from the centre of a star, pull takes one call, and push collects all leaves like coupons', () => {
  for (const seed of range(5)) {
    // All leaves ask the centre at once, and are answered.
    const { messages, time } = runLockstep(gossipPull, star(6), {}, seed).execution.measures
    assert.deepEqual([messages, time], [10, 2])
  }
  // The centre tells a random leaf in each round: 4 · H(4) = 25/3 rounds on average.
  const rounds = range(2000).map((seed) => runLockstep(gossipPush, star(5), {}, seed).execution.measures.time)
  assertMeanIs(rounds, 25 / 3, 'rounds')
})

test('every claim and property holds on all connected graphs of up to five processors, from any root', () => {
  for (const n of [1, 2, 3, 4, 5])
    for (const graph of connectedGraphs(n))
      for (const algorithm of all)
        assert.deepEqual(violations(runLockstep(algorithm, graph, { root: graph.m % n }, graph.m)), [])
})

test('a rumour that changed on its way is found', () => {
  const { final } = runLockstep(gossipPush, star(3), { values: [7, 8, 9] }).execution
  const { check } = gossipPush.properties!.trueRumour!
  const of = (rumours: readonly (number | null)[]) =>
    check({ ...final, instance: final.instance, states: rumours.map((rumour) => ({ rumour })) } as never)
  assert.equal(of([7, null, 7]), true)
  assert.equal(of([7, 8, 7]), 'p_1 was told 8, not 7')
})

for (const algorithm of all)
  test(`${algorithm.name} where processors crash: all correct ones are told, or, if the rumour dies with those who knew it, none`, () => {
    const cell = (faults: string, seed: number) =>
      ({ topology: 'complete', n: 8, timing: 'synchronous', inputs: 'root=0', faults, seed }) as const
    // The root crashes as it starts and tells nobody. By push that is silence; else all seven others have asked, once.
    const dead = runCell(algorithm, cell('crash:given=0@0', 1))
    assert.equal(dead.execution.outcome.kind, 'quiescent')
    assert.equal(dead.execution.measures.messages, algorithm === gossipPush ? 0 : 7)
    assert.deepEqual(violations(dead), [])
    const outcomes = new Set<number>()
    for (let seed = 0; seed < 200; seed++) {
      const { execution, judgements } = runCell(algorithm, cell('crash:f=3,by=4', seed))
      assert.equal(execution.outcome.kind, 'quiescent')
      assert.deepEqual(violations({ execution, judgements }), [])
      const { states } = execution.final as { states: readonly { readonly rumour: number | null }[] }
      outcomes.add(states.filter(({ rumour }) => rumour !== null).length)
    }
    // Some crash before they are told, and nobody waits for them; but for the five that do not crash.
    assert.ok(
      [...outcomes].some((told) => told < 8),
      [...outcomes].join(),
    )
    assert.ok(
      [...outcomes].some((told) => told >= 5),
      [...outcomes].join(),
    )
  })

test('by hand: what the root answers in its last step still comes, and is told on', () => {
  // Of two, one asks the root, which answers in round 1 and crashes: the other knows in round 2.
  const last = { topology: 'complete', n: 2, timing: 'synchronous', inputs: 'root=0', seed: 1 } as const
  for (const algorithm of [gossipPull, gossipPushPull]) {
    const { execution } = runCell(algorithm, { ...last, faults: 'crash:given=0@1/all' })
    const { states } = execution.final as { states: readonly { readonly rumour: number | null }[] }
    assert.notEqual(states[1]!.rumour, null)
    assert.equal(execution.measures.time, 2)
    // If it answers nothing, all is silent after round 1. By pull the other waits nevertheless, and asks once more.
    const { measures } = runCell(algorithm, { ...last, faults: 'crash:given=0@1' }).execution
    assert.equal(measures.messages, algorithm === gossipPull ? 2 : 1)
  }
})
