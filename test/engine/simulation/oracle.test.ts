import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { execute, type Graph, graphFromChannels, Problem, Random } from '../../../engine/index.ts'
import { randomMachine } from './random-machine.ts'
import { referenceRun } from './reference.ts'

/** A random connected graph: each processor after the first is joined to an earlier one, then some more channels. */
function randomGraph(n: number, extra: number, random: Random): Graph {
  const channels = new Set<string>()
  for (let p = 1; p < n; p++) channels.add(`${random.integer(p)},${p}`)
  for (let i = 0; i < extra; i++) {
    const [u, v] = [random.integer(n), random.integer(n)]
    if (u !== v) channels.add(`${Math.min(u, v)},${Math.max(u, v)}`)
  }
  const pairs = [...channels].map((pair) => pair.split(',').map(Number))
  return graphFromChannels(
    n,
    pairs.map(([u]) => u!),
    pairs.map(([, v]) => v!),
  )
}

/** Delays of few distinct values make many arrivals simultaneous, fine ones none; seconds make them unbounded. */
const grains = [1, 2, 4, 1000] as const

const cases = fc.record({
  program: fc.nat(1000),
  n: fc.integer({ min: 2, max: 12 }),
  extra: fc.nat(15),
  seed: fc.nat(1_000_000),
  grain: fc.constantFrom(...grains),
  wake: fc.constantFrom('all', 'some', 'staggered' as const),
})

function wakeTimes(n: number, wake: 'all' | 'some' | 'staggered', random: Random): number[] {
  const times = Array.from({ length: n }, () => {
    if (wake === 'all') return 0
    return wake === 'some' ? (random.integer(2) === 0 ? 0 : Number.POSITIVE_INFINITY) : random.integer(5) / 2
  })
  times[0] = 0
  return times
}

test('the engine agrees with the reference on 2,000 random algorithms, networks, delays and wake-ups', () => {
  fc.assert(
    fc.property(cases, ({ program, n, extra, seed, grain, wake }) => {
      const random = new Random(seed, 1, 2, 3)
      const graph = randomGraph(n, extra, random)
      const instance = new Problem(graph, {
        wakeTimes: wakeTimes(n, wake, random),
        values: random.permutation(n),
      })
      const algorithm = randomMachine(program)
      const draws = () => {
        const stream = new Random(seed, 4, 5, 6)
        return () => (1 + stream.integer(grain)) / grain
      }
      const expected = referenceRun(algorithm, instance, draws())
      const next = draws()
      const delays = {
        kind: 'independent' as const,
        bounded: true,
        fill(block: Float64Array) {
          for (let i = 0; i < block.length; i++) block[i] = next()
        },
      }
      const { measures, final } = execute(algorithm, instance, { kind: 'asynchronous', delays })
      assert.deepEqual(final.states, expected.states)
      assert.deepEqual(
        expected.terminated.map((_, p) => final.terminated(p)),
        expected.terminated,
      )
      assert.equal(measures.messages, expected.messages)
      assert.equal(measures.time, expected.time)
      assert.equal(measures.compEvents, expected.compEvents)
      assert.ok(Math.abs(measures.delayMax - expected.delayMax) < 1e-12)
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('constant delay is exactly the synchronous lockstep', () => {
  fc.assert(
    fc.property(cases, ({ program, n, extra, seed }) => {
      const random = new Random(seed, 1, 2, 3)
      const graph = randomGraph(n, extra, random)
      const instance = new Problem(graph, { values: random.permutation(n) })
      const algorithm = { ...randomMachine(program), requires: {} }
      const rounds = execute(algorithm, instance, { kind: 'synchronous' })
      const timed = execute(algorithm, instance, { kind: 'asynchronous', delays: { kind: 'constant' } })
      assert.deepEqual(timed.final.states, rounds.final.states)
      assert.deepEqual(timed.measures, rounds.measures)
    }),
    { numRuns: 300, seed: 2 },
  )
})
