import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  anonymousSyncRandom,
  itaiRodeh,
  itaiRodehIdentities,
  itaiRodehRounds,
} from '../../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  ComputedInstance,
  claimedValue,
  type Execution,
  execute,
  Random,
} from '../../../../engine/index.ts'
import { assertMeanIs } from '../../../helpers/mean-within.ts'
import { range, ring } from '../../../helpers/rings.ts'
import { runCell } from '../../../helpers/run.ts'

/** Elections in lockstep, each with coins of its own. */
function sample<T>(algorithm: AnyAlgorithm, n: number, runs: number, read: (execution: Execution) => T): T[] {
  const instance = new ComputedInstance(ring(n))
  const timing = algorithm.requires.synchronous
    ? ({ kind: 'synchronous' } as const)
    : ({ kind: 'asynchronous', delays: { kind: 'constant' } } as const)
  return range(runs).map((seed) => {
    const execution = execute(algorithm, instance, timing, { seed, check: 'final' })
    assert.equal(execution.outcome.kind, algorithm.terminates ? 'terminated' : 'quiescent')
    return read(execution)
  })
}

/** The mean that an algorithm claims of its time on a ring of n, in rounds of n. */
function claimedPhases(algorithm: AnyAlgorithm, n: number): number {
  const claim = [algorithm.claims!.time!].flat().find(({ kind }) => kind === 'expected')!
  const instance = new ComputedInstance(ring(n))
  const setting = { instance, timing: 'synchronous', unitDelays: true, identifiers: 'random' } as const
  return claimedValue(claim, setting) / n
}

const rounds = (algorithm: AnyAlgorithm, n: number, runs: number) =>
  sample(algorithm, n, runs, ({ measures }) => measures.time / n)

test('Itai–Rodeh with K identities: 4/3, 9/8, 2, 32/27 and 16/5 phases on average for (N, K) as published', () => {
  const published = [
    [3, 2, 4 / 3],
    [3, 3, 9 / 8],
    [4, 2, 2],
    [4, 4, 32 / 27],
    [5, 2, 16 / 5],
  ] as const
  for (const [n, k, mean] of published) {
    const algorithm = itaiRodehIdentities.with(`k=${k}`)
    assertMeanIs(rounds(algorithm, n, 10_000), mean, `N = ${n}, K = ${k}`)
    assert.ok(Math.abs(claimedPhases(algorithm, n) - mean) < 1e-12)
  }
})

test('Itai–Rodeh in rounds: 13/6 and 65/29 phases on average for n = 3 and 4, as many tokens', () => {
  for (const [n, mean] of [
    [3, 13 / 6],
    [4, 65 / 29],
  ] as const) {
    const runs = sample(itaiRodehRounds, n, 10_000, ({ measures }) => measures)
    assertMeanIs(
      runs.map(({ time }) => time / n),
      mean,
      `phases, n = ${n}`,
    )
    assertMeanIs(
      runs.map(({ messages }) => messages / n),
      mean,
      `tokens, n = ${n}`,
    )
    assert.ok(Math.abs(claimedPhases(itaiRodehRounds, n) - mean) < 1e-12)
  }
  // For many processors: Lavault & Louchard.
  assert.ok(Math.abs(claimedPhases(itaiRodehRounds, 20_000) - 2.441715879) < 1e-4)
})

test('Itai–Rodeh in rounds: 2 phases on average from where two processors are active', () => {
  const { initially } = itaiRodehRounds
  // There is no ring of two; here two of three are active from the start.
  const fromTwo = {
    ...itaiRodehRounds,
    initially: (input: { n: number; value: number }) => ({
      ...initially(input),
      active: input.value === 1,
      actives: 2,
    }),
  } as unknown as AnyAlgorithm
  const instance = new ComputedInstance(ring(3), { values: [1, 0, 1] })
  const phases = range(10_000).map(
    (seed) => execute(fromTwo, instance, { kind: 'synchronous' }, { seed, check: 'final' }).measures.time / 3,
  )
  assertMeanIs(phases, 2, 'phases')
})

test('anonymous election by picks: (1 − 1/n)^(1−n) iterations on average', () => {
  for (const n of [3, 5, 8])
    assertMeanIs(rounds(anonymousSyncRandom, n, 10_000), (1 - 1 / n) ** (1 - n), `n = ${n}`)
})

test('anonymous election by picks, by hand: one iteration on three processors is nine messages in three rounds', () => {
  const runs = sample(anonymousSyncRandom, 3, 200, ({ measures: { messages, time } }) => [messages, time])
  // Each iteration is three picks of three hops, and takes three rounds.
  for (const [messages, time] of runs) assert.equal(messages, 3 * time!)
  assert.ok(runs.some(([messages]) => messages === 9))
  assert.ok(runs.some(([messages]) => messages! > 9))
})

test('Itai–Rodeh: no more rounds than e n/(n − 1) on average', () => {
  for (const n of [3, 8, 16]) {
    const found = sample(itaiRodeh, n, 2000, ({ final }) =>
      final.states.map((state) => (state as { round: number }).round),
    )
    const mean = found.reduce((sum, rounds) => sum + Math.max(...rounds), 0) / found.length
    assert.ok(mean <= (Math.E * n) / (n - 1), `n = ${n}: ${mean}`)
  }
})

/** The rounds of Itai and Rodeh's election by their rule alone: those who draw the largest identity draw again. */
function drawnRounds(n: number, active: number, random: Random): number {
  const drawn = range(active).map(() => random.integer(n))
  const largest = Math.max(...drawn)
  const left = drawn.filter((identity) => identity === largest).length
  return left === 1 ? 1 : 1 + drawnRounds(n, left, random)
}

test('Itai–Rodeh takes as many rounds as drawing the largest identity, again and again, takes by itself', () => {
  for (const n of [3, 4, 8]) {
    const random = new Random(n, 1, 1, 1)
    const reference = range(40_000).map(() => drawnRounds(n, n, random))
    const mean = reference.reduce((sum, rounds) => sum + rounds, 0) / reference.length
    const found = sample(itaiRodeh, n, 4000, ({ final }) =>
      Math.max(...final.states.map((state) => (state as { round: number }).round)),
    )
    assertMeanIs(found, mean, `n = ${n}`)
  }
})

test('Itai–Rodeh: with the same coins every schedule has the same messages and the same leader', () => {
  for (const n of [3, 5, 8])
    for (let seed = 0; seed < 40; seed++) {
      const results = ['constant', 'uniform', 'starve', 'bimodal', 'last-in-first-out'].map((delay) => {
        const { measures, final } = runCell(itaiRodeh, { n, seed, delay }).execution
        return JSON.stringify([measures.messages, final.states])
      })
      assert.equal(new Set(results).size, 1)
    }
})
