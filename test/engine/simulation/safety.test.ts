import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  always,
  atMostOne,
  attack,
  ComputedInstance,
  everyProcessor,
  exactlyOne,
  execute,
  formal,
  objectiveNamed,
  type Property,
  recordSchedule,
  timeSchedule,
} from '../../../engine/index.ts'
import { graphOf } from '../../helpers/graphs.ts'
import fc from '../../helpers/property.ts'
import { recordPrepared, saidToBeFine, shownBy, verifyLines } from '../../helpers/record.ts'
import { cases, delaysOf, problemOf } from './random-cases.ts'
import { type MixState, randomMachine, randomRoundMachine } from './random-machine.ts'

/** A predicate that about one state in `k` satisfies, for a while. */
const holds = (k: number) => (state: MixState) => state.value % k === 0

/** Properties that random executions violate now and then, with and without an incremental form. */
const planted = (k: number): Readonly<Record<string, Property<MixState>>> => ({
  one: always(atMostOne(holds(k), 'chosen')),
  exact: always(exactlyOne(holds(k), 'chosen')),
  every: always(everyProcessor((state) => !holds(3 * k)(state), 'is unchosen')),
  whole: always(({ states }) => states.reduce((sum, { value }) => sum + value, 0) % k !== 0 || 'the sum'),
})

const withProperty = (algorithm: unknown, property: Property<MixState>) =>
  ({ ...(algorithm as object), properties: { planted: property } }) as unknown as AnyAlgorithm

/** The first violation by the definitions: the event that ends the shortest prefix, in words; null if there is none. */
function literalViolation(timed: formal.TimedExecution, property: Property<MixState>) {
  const found = formal.isSafe(timed, formal.safetyCondition(property as unknown as Property))
  if (found === true) return null
  const { events, reason } = found
  const event = timed.events[events - 1]
  const where =
    event === undefined
      ? 'in the initial configuration'
      : `after comp(${event.kind === 'comp' ? event.processor : '?'}) at ${timed.times[events - 1]}`
  return { kind: 'violated', property: 'planted', reason, where }
}

test('the first violation is found where the definitions find it, and verified on its line: 400 random cases', () => {
  let violations = 0
  fc.assert(
    fc.property(cases, fc.integer({ min: 2, max: 9 }), (parts, k) => {
      const { instance } = problemOf(parts)
      const { seed } = parts
      for (const property of Object.values(planted(k))) {
        const algorithm = withProperty(randomMachine(parts.program), property)
        const { model, next } = delaysOf(parts)
        const timing = { kind: 'asynchronous', delays: model } as const
        const literal = formal.runTimed({ algorithm, instance, seed }, { kind: 'asynchronous', delay: next })
        const expected = literalViolation(literal, property)
        const { outcome, checked } = execute(algorithm, instance, timing, { seed, check: 'every' })
        if (expected === null) assert.equal(outcome.kind === 'violated' && outcome.where !== undefined, false)
        else assert.deepEqual(outcome, expected)
        if (expected !== null) assert.equal(checked!.events, checked!.of)
        // So few events are all looked at in a sweep, too.
        const setting = { instance, timing: 'asynchronous', unitDelays: false, identifiers: 'given' } as const
        const again = delaysOf(parts).model
        const prepared = { instance, timing: { kind: 'asynchronous', delays: again } as const, setting }
        const { lines, execution } = recordPrepared(algorithm, prepared, seed)
        assert.deepEqual(execution.outcome, outcome)
        if (expected === null) continue
        violations++
        assert.match(shownBy(lines, algorithm), /^planted: /)
        const { first_error } = verifyLines(saidToBeFine(lines), algorithm)
        assert.match(first_error!.problem, /violates the property planted/)
        // The record ends there: its last line but one is the event, unless there was none.
        const initial = expected.where === 'in the initial configuration'
        assert.equal(first_error!.line, initial ? 1 : lines.length - 1)
      }
    }),
    { numRuns: 100 },
  )
  assert.ok(violations > 100)
})

test('in rounds, too, the first violation is the one of the definitions: 200 random cases', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 2, max: 9 }), (parts, k) => {
      const { instance } = problemOf(parts)
      const { seed, program } = parts
      for (const machine of [randomMachine(program), randomRoundMachine(program)])
        for (const property of Object.values(planted(k))) {
          const algorithm = withProperty(machine, property)
          const literal = formal.runTimed({ algorithm, instance, seed }, { kind: 'synchronous' }, 60)
          const expected = literalViolation(literal, property)
          const budget = { time: 60 }
          const { outcome } = execute(
            algorithm,
            instance,
            { kind: 'synchronous' },
            { seed, check: 'every', budget },
          )
          if (expected !== null) assert.deepEqual(outcome, expected)
          else assert.equal(outcome.kind === 'violated' && outcome.where !== undefined, false)
        }
    }),
    { numRuns: 50 },
  )
})

test('what attack finds violated is violated in the execution that it keeps: 60 random cases', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 2, max: 9 }), (program, k) => {
      const graph = graphOf(4, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ])
      const instance = new ComputedInstance(graph, {
        values: Float64Array.of(1, 2, 3, 4),
        weights: Float64Array.of(1, 2, 3, 4),
      })
      const property = planted(k).one!
      // Without coins and first-in-first-out channels, so that every order is open.
      const algorithm = withProperty(randomMachine(15 * program + 1), property)
      const options = {
        objective: objectiveNamed('messages', algorithm),
        seed: 1,
        choose: ['schedule'] as const,
        runs: 10,
      }
      const result = attack(algorithm, instance, options)
      const timed = timeSchedule(algorithm, result.instance, result.schedule, result.wakeUps)
      const { execution, lines } = recordSchedule(algorithm, result.instance, timed)
      assert.equal(execution.outcome.kind === 'violated', result.violation !== null)
      if (result.violation === null) return
      const trimmed = lines.map((line) => line.trimEnd())
      assert.match(shownBy(trimmed, algorithm), /^planted: /)
    }),
    { numRuns: 60 },
  )
})

test('a long execution is looked at after a sample of its events, the same with each seed', () => {
  // Neighbours return tokens to each other for ever; the property holds, and looks at all states.
  let looks = 0
  const algorithm = {
    name: 'passing',
    requires: {},
    terminates: false,
    initially: () => ({}),
    uponStart: (p: { send(c: number, m: object): void }) => p.send(0, { type: 'token' }),
    uponReceiving: {
      token: (p: { send(c: number, m: object): void }, _: object, m: object, from: number) => p.send(from, m),
    },
    properties: { looked: always(() => looks++ >= 0 || 'never') },
  } as unknown as AnyAlgorithm
  const n = 64
  const instance = new ComputedInstance(
    graphOf(
      n,
      Array.from({ length: n }, (_, p) => [p, (p + 1) % n] as const),
    ),
  )
  const run = (seed: number) =>
    execute(algorithm, instance, { kind: 'synchronous' }, { seed, budget: { messages: 1e7, time: 1000 } })
      .checked!
  const { events, of } = run(1)
  // 2^20 looks at 64 states are 16,384 events; of the others, about one in 64.
  const rest = (of - 16_384) / 64
  assert.ok(events > 16_384 + rest / 2 && events < 16_384 + rest * 2, `${events} of ${of}`)
  assert.deepEqual(run(1), { events, of })
  assert.notEqual(run(2).events, events)
})
