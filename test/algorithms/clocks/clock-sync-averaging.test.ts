import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockSyncAveraging } from '../../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  createClocks,
  execute,
  judge,
  Streams,
} from '../../../engine/index.ts'
import { delaysBySlot } from '../../../engine/timing/per-channel.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

const algorithm = clockSyncAveraging as unknown as AnyAlgorithm

interface Given {
  readonly ahead: readonly number[]
  /** By sender and receiver. */
  readonly delays: readonly (readonly number[])[]
  readonly min: number
  readonly wakeTimes?: readonly number[]
}

/** Runs it with these clocks and these delays, which are known to be between `min` and 1. */
function run({ ahead, delays, min, wakeTimes = ahead.map(() => 0) }: Given) {
  const n = ahead.length
  const network = buildTopology('complete', {
    n,
    stream: new Streams(1).stream('topology'),
    readFile: () => '',
  })
  const rule = `given:${ahead.join('+')}`
  const clocks = createClocks(rule, n, new Streams(1))
  const delayBounds = { min, max: 1 }
  const instance = new ComputedInstance(network, { clocks, delayBounds, wakeTimes })
  const perSlot = delaysBySlot(network, (from, to) => delays[from]![to]!)
  const execution = execute(algorithm, instance, {
    kind: 'asynchronous',
    delays: { kind: 'per channel', bounded: true, delays: perSlot },
  })
  const setting = {
    instance,
    timing: 'asynchronous',
    unitDelays: false,
    identifiers: 'given',
    clocks: rule,
  } as const
  return { execution, judgements: judge(algorithm, setting, execution), skew: skewOf(execution.final) }
}

const skewOf = (final: ReturnType<typeof execute>['final']): number =>
  algorithm.columns!.skew!.read(final) as number

/** The theorem's formula, computed without the algorithm: each is off by the mean of what it guesses wrong. */
function skewByHand({ ahead, delays, min }: Given): number {
  const n = ahead.length
  const usual = (min + 1) / 2
  // Adjusted clocks, less the average of all clocks.
  const off = ahead.map(
    (_, i) => ahead.reduce((sum, _, j) => sum + (i === j ? 0 : usual - delays[j]![i]!), 0) / n,
  )
  return Math.max(...off) - Math.min(...off)
}

const problems: fc.Arbitrary<Given> = fc
  .record({ n: fc.integer({ min: 2, max: 7 }), min: fc.constantFrom(0.1, 0.5, 0.6, 0.9) })
  .chain(({ n, min }) => {
    const within = fc.double({ min, max: 1, noNaN: true })
    const row = fc.array(fc.oneof(within, fc.constantFrom(min, 1)), { minLength: n, maxLength: n })
    const offset = fc.double({ min: 0, max: 1000, noNaN: true }).map((x) => Number(x.toFixed(6)))
    return fc.record({
      ahead: fc.array(offset, { minLength: n, maxLength: n }),
      delays: fc.array(row, { minLength: n, maxLength: n }),
      min: fc.constant(min),
    })
  })

test('for all clocks and all delays within bounds, the skew is at most u(1 − 1/n), and what the formula gives', () => {
  fc.assert(
    fc.property(problems, (given) => {
      const { skew, judgements, execution } = run(given)
      const n = given.ahead.length
      assert.equal(execution.measures.messages, n * (n - 1))
      assert.ok(skew <= (1 - given.min) * (1 - 1 / n) + 1e-9)
      assert.ok(Math.abs(skew - skewByHand(given)) <= 1e-9, `${skew}`)
      assert.ok(judgements.every(({ verdict }) => verdict === 'held'))
    }),
    { numRuns: 300 },
  )
})

test('whenever processors wake, the skew is the same', () => {
  fc.assert(
    fc.property(
      problems,
      fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 7 }),
      (given, times) => {
        const first = Math.min(...times.slice(0, given.ahead.length))
        const wakeTimes = given.ahead.map((_, p) => times[p]! - first)
        assert.ok(Math.abs(run({ ...given, wakeTimes }).skew - run(given).skew) <= 1e-9)
      },
    ),
    { numRuns: 50 },
  )
})

test('two processors whose messages take 1 and 0.5 are a quarter apart: by hand', () => {
  // u = 0.5, and each guesses 0.75. Clocks 0 and 10. p_0 hears 10 at time 1, thinks that p_1 shows 10.75, and it is 11: it is
  // ahead by 0.25 less than it should, of which half counts. p_1 hears 0 at 0.5 and thinks 0.75, where 0.5 is right.
  // So p_0 sets its clock to 0 + (10.75 − 1)/2 = 4.875 and p_1 to 10 + (0.75 − 10.5)/2 = 5.125, both at time 0.
  const { execution, skew } = run({
    ahead: [0, 10],
    delays: [
      [0, 0.5],
      [1, 0],
    ],
    min: 0.5,
  })
  const states = execution.final.states as readonly { readonly adjustment: number }[]
  assert.deepEqual(
    states.map(({ adjustment }) => adjustment),
    [4.875, -4.875],
  )
  assert.equal(skew, 0.25)
})

for (const n of [2, 3, 5, 8])
  test(`with all messages to p_0 slow and all to p_1 fast, ${n} clocks are u(1 − 1/n) apart`, () => {
    const min = 0.6
    const delays = Array.from({ length: n }, () =>
      Array.from({ length: n }, (_, to) => (to === 0 ? 1 : to === 1 ? min : 0.8)),
    )
    const { skew } = run({ ahead: Array.from({ length: n }, (_, p) => 7 * p), delays, min })
    assert.ok(Math.abs(skew - 0.4 * (1 - 1 / n)) < 1e-12, `${skew}`)
    // The delays that the algorithm declares to be its worst are these.
    const { execution } = runCell(algorithm, {
      topology: 'complete',
      n,
      delay: `worst:min=${min}`,
      clocks: 'offset',
      seed: 3,
    })
    assert.ok(Math.abs(skewOf(execution.final) - 0.4 * (1 - 1 / n)) < 1e-9)
  })

test('with equal delays clocks show the same', () => {
  const run = runCell(algorithm, { topology: 'complete', n: 6, delay: 'constant', clocks: 'offset', seed: 8 })
  assert.ok(skewOf(run.execution.final) < 1e-12)
})

test('clocks that drift are not held to the bound, and come apart', () => {
  const cell = { topology: 'complete', n: 4, delay: 'uniform:min=0.99', seed: 2 } as const
  const drifting = runCell(algorithm, { ...cell, clocks: 'drift:rho=0.9,stretch=0.3' })
  assert.deepEqual(violations(drifting), [])
  assert.ok(drifting.judgements.every(({ measure }) => measure !== 'column:skew'))
  // u is 0.01: with steady clocks the skew is below 0.0075.
  assert.ok(skewOf(drifting.execution.final) > 0.02)
})
