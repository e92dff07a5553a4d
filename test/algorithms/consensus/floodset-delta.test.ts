import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floodset, floodsetDelta } from '../../../algorithms/index.ts'
import { complete, decisions } from '../../helpers/consensus.ts'
import fc from '../../helpers/property.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('four processors with three different inputs send for two rounds, and are silent in the third', () => {
  // By hand: 12 messages with 1 value each; then p_0 and p_1 have learnt 2 values, p_2 and p_3 2: 12 messages with 2.
  const judged = runCell(floodsetDelta, complete({ n: 4, f: 2, inputs: 'values=3+1+2+2', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 24)
  // Values up to 3 have 2 bits.
  assert.equal(judged.execution.measures.bits, 12 * 2 + 12 * 4)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 3, last: 3 } })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1])
})

test('processors with the same input have nothing new to say after the first round', () => {
  const judged = runCell(floodsetDelta, complete({ n: 4, f: 2, inputs: 'values=5+5+5+5', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 12)
  assert.deepEqual(decisions(judged.execution), [5, 5, 5, 5])
})

test('under 400 random crash patterns all claims hold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1))),
      fc.constantFrom('random', 'chain'),
      fc.constantFrom('bits', 'random'),
      fc.nat(100_000),
      ([n, f], pattern, values, seed) => {
        const faults = `crash:f=${f},pattern=${pattern}`
        const cell = complete({ n, f, faults, inputs: `values=${values}`, seed })
        assert.deepEqual(violations(runCell(floodsetDelta, cell)), [])
      },
    ),
    { numRuns: 400, seed: 3 },
  )
})

test('it decides what FloodSet decides when last steps send to nobody, in 100 random executions', () => {
  // Whoever crashes so sends the same in both: all or nothing of each round.
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      fc.nat(100_000),
      (n, rounds, seed) => {
        const crashing = rounds.slice(0, n - 1)
        const given = crashing.map((round, p) => `${p}@${round}`).join('+')
        const cell = complete({ n, f: n - 1, faults: `crash:given=${given}`, seed })
        const [full, delta] = [floodset, floodsetDelta].map((algorithm) =>
          decisions(runCell(algorithm, cell).execution),
        )
        assert.deepEqual(delta, full)
      },
    ),
    { numRuns: 100, seed: 3 },
  )
})
