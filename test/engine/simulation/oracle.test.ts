import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import {
  type Adversary,
  ComputedInstance,
  deriveSeed,
  type Execution,
  type ExecutionOptions,
  execute,
  formal,
  HeapQueue,
  type Observer,
  Random,
  type Timing,
} from '../../../engine/index.ts'
import { Steps } from '../../../engine/timing/steps.ts'
import fc from '../../helpers/property.ts'
import { literalDelays } from './literal-delays.ts'
import { cases, delaysOf, problemOf, randomGraph } from './random-cases.ts'
import { randomMachine, randomRoundMachine } from './random-machine.ts'

const silent: Observer = { begins() {}, wakes() {}, processes() {}, sends() {}, ends() {} }

/** Delays 1/grain, 2/grain … 1 that depend on everything an adversary may know. */
function knowing(grain: number): Adversary {
  return {
    delay({ configuration, awake, ...departure }) {
      const { instance, states } = configuration
      const all = states.map((state, p) => [state, awake(p), configuration.terminated(p)])
      const text = JSON.stringify([departure, all, instance.root])
      return (1 + (deriveSeed(0, text) % grain)) / grain
    },
  }
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
  assert.equal(fast.measures.initiators, formal.initiatorCount(literal))
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

test('the engine does what the definitions say: 1,000 random algorithms, networks, delays and wake-ups', () => {
  fc.assert(
    fc.property(cases, (parts) => {
      const { seed } = parts
      const { instance } = problemOf(parts)
      const algorithm = randomMachine(parts.program)
      const { model, next } = delaysOf(parts)
      const fast = execute(algorithm, instance, { kind: 'asynchronous', delays: model }, { seed })
      const literal = formal.runTimed({ algorithm, instance, seed }, { kind: 'asynchronous', delay: next })
      assertSame(fast, literal)
      assert.equal(formal.hasLegalTimes(literal), true)
      assert.equal(formal.admissibleAsynchronously(literal, { delayMax: 1 + 1e-12 }), true)
    }),
    { numRuns: 1000, seed: 1 },
  )
})

test('messages that wait for steps are processed as the definitions say: 200 random algorithms', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0.02, max: 0.49, noNaN: true }), (parts, period) => {
      const { instance } = problemOf({ ...parts, wake: 'all' })
      const algorithm = randomMachine(parts.program)
      const { model, next } = delaysOf(parts)
      const steps = new Steps(period, parts.seed)
      const delays = { ...model, steps }
      const fast = execute(algorithm, instance, { kind: 'asynchronous', delays }, { seed: parts.seed })
      const literal = formal.runTimed(
        { algorithm, instance, seed: parts.seed },
        { kind: 'asynchronous', delay: next, step: (p, time) => steps.next(p, time) },
      )
      assertSame(fast, literal)
      assert.equal(formal.hasLegalTimes(literal), true)
      const waits = formal.delays(literal).map(({ inInbuf }) => inInbuf)
      assert.ok(waits.every((wait) => wait >= 0 && wait < 2 * period))
    }),
    { numRuns: 200, seed: 5 },
  )
})

test('an adversary sees what the definitions say, and the engine does what it wants: 300 random algorithms', () => {
  fc.assert(
    fc.property(cases, (parts) => {
      const { seed, grain } = parts
      const { instance } = problemOf(parts)
      const algorithm = randomMachine(parts.program)
      const delays = { kind: 'adversary', bounded: true, adversary: knowing(grain) } as const
      const fast = execute(algorithm, instance, { kind: 'asynchronous', delays }, { seed })
      const watched = execute(
        algorithm,
        instance,
        { kind: 'asynchronous', delays },
        { seed, observer: silent },
      )
      assert.deepEqual(watched.measures, fast.measures)
      const delay = literalDelays(knowing(grain))
      const literal = formal.runTimed({ algorithm, instance, seed }, { kind: 'asynchronous', delay })
      assertSame(fast, literal)
      assert.equal(formal.admissibleAsynchronously(literal, { delayMax: 1 + 1e-12 }), true)
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('in rounds, too, the engine does what the definitions say: 300 random algorithms in both styles', () => {
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
    { numRuns: 300, seed: 3 },
  )
})

test('constant delay is exactly the synchronous lockstep', () => {
  fc.assert(
    fc.property(cases, ({ program, n, extra, seed }) => {
      const random = new Random(seed, 1, 2, 3)
      const graph = randomGraph(n, extra, random)
      const instance = new ComputedInstance(graph, { values: random.permutation(n) })
      const algorithm = { ...randomMachine(program), requires: {} }
      const rounds = execute(algorithm, instance, { kind: 'synchronous' })
      // With a queue, the timed loop runs; left to itself, the engine takes the shorter way.
      for (const options of [{ queue: new HeapQueue() }, {}]) {
        const timing = { kind: 'asynchronous', delays: { kind: 'constant' } } as const
        const timed = execute(algorithm, instance, timing, options)
        assert.deepEqual(timed.final.states, rounds.final.states)
        assert.deepEqual(timed.measures, rounds.measures)
      }
    }),
    { numRuns: 300, seed: 2 },
  )
})

test('whoever looks on changes nothing, wherever the budget ends: 400 random algorithms, and flooding', () => {
  const budgets = fc.array(fc.nat(150), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(cases, budgets, fc.boolean(), (parts, budgets, synchronous) => {
      const { instance } = problemOf(parts)
      for (const algorithm of [randomMachine(parts.program), flooding])
        for (const messages of budgets) {
          const run = (options: ExecutionOptions) => {
            const timing: Timing = synchronous
              ? { kind: 'synchronous' }
              : { kind: 'asynchronous', delays: delaysOf(parts).model }
            const { outcome, measures, final } = execute(algorithm, instance, timing, {
              seed: parts.seed,
              budget: { messages },
              ...options,
            })
            return { outcome, measures, states: final.states }
          }
          assert.deepEqual(run({ observer: silent }), run({}))
        }
    }),
    { numRuns: 400, seed: 6 },
  )
})
