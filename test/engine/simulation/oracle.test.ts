import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Execution,
  execute,
  formal,
  type Graph,
  graphFromChannels,
  Problem,
  Random,
} from '../../../engine/index.ts'
import { randomMachine, randomRoundMachine } from './random-machine.ts'

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

type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never

function wakeTimes(n: number, wake: 'all' | 'some' | 'staggered', random: Random): number[] {
  const times = Array.from({ length: n }, () => {
    if (wake === 'all') return 0
    return wake === 'some' ? (random.integer(2) === 0 ? 0 : Number.POSITIVE_INFINITY) : random.integer(5) / 2
  })
  times[0] = 0
  return times
}

/** A case made concrete. */
function problemOf({ n, extra, seed, wake }: Case): { instance: Problem; random: Random } {
  const random = new Random(seed, 1, 2, 3)
  const graph = randomGraph(n, extra, random)
  const times = wakeTimes(n, wake, random)
  return { instance: new Problem(graph, { wakeTimes: times, values: random.permutation(n) }), random }
}

/** The fast engine's execution has the outcome of the literal one. */
function assertSame(fast: Execution, literal: formal.TimedExecution): void {
  const { processors } = formal.last(literal)
  assert.deepEqual(
    fast.final.states,
    processors.map(({ state }) => state),
  )
  assert.deepEqual(
    processors.map((_, p) => fast.final.terminated(p)),
    processors.map(({ status }) => status === 'terminated'),
  )
  assert.equal(fast.measures.messages, formal.messageCount(literal))
  assert.equal(fast.measures.time * fast.measures.timeUnit, formal.time(literal))
  const steps = literal.events.filter(
    (event, i) =>
      event.kind === 'comp' &&
      literal.configurations[i]!.processors[event.processor]!.status !== 'terminated',
  )
  assert.equal(fast.measures.compEvents, steps.length)
  const delayMax = Math.max(0, ...formal.delays(literal).map(({ total }) => total))
  assert.ok(Math.abs(fast.measures.delayMax - delayMax) < 1e-12)
}

test('the engine does what the definitions say: 1,500 random algorithms, networks, delays and wake-ups', () => {
  fc.assert(
    fc.property(cases, (parts) => {
      const { seed, grain } = parts
      const { instance } = problemOf(parts)
      const algorithm = randomMachine(parts.program)
      const draws = () => {
        const stream = new Random(seed, 4, 5, 6)
        return () => (1 + stream.integer(grain)) / grain
      }
      const next = draws()
      const delays = {
        kind: 'independent' as const,
        bounded: true,
        fill(block: Float64Array) {
          for (let i = 0; i < block.length; i++) block[i] = next()
        },
      }
      const fast = execute(algorithm, instance, { kind: 'asynchronous', delays }, { seed })
      const literal = formal.runTimed({ algorithm, instance, seed }, { kind: 'asynchronous', delay: draws() })
      assertSame(fast, literal)
      assert.equal(formal.hasLegalTimes(literal), true)
      assert.equal(formal.admissibleAsynchronously(literal, { delayMax: 1 + 1e-12 }), true)
    }),
    { numRuns: 1500, seed: 1 },
  )
})

test('in rounds, too, the engine does what the definitions say: 500 random algorithms in both styles', () => {
  fc.assert(
    fc.property(cases, fc.boolean(), (parts, roundDriven) => {
      const { seed, program } = parts
      const { instance } = problemOf(parts)
      const algorithm = roundDriven ? randomRoundMachine(program) : randomMachine(program)
      const fast = execute(algorithm, instance, { kind: 'synchronous' }, { seed })
      const literal = formal.runTimed({ algorithm, instance, seed }, { kind: 'synchronous' })
      assertSame(fast, literal)
      assert.equal(formal.admissibleSynchronously(literal), true)
    }),
    { numRuns: 500, seed: 3 },
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
