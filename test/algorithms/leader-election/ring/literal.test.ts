import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms } from '../../../../algorithms/index.ts'
import {
  ComputedInstance,
  deriveSeed,
  type Execution,
  execute,
  formal,
  Random,
} from '../../../../engine/index.ts'
import fc from '../../../helpers/property.ts'
import { ring } from '../../../helpers/rings.ts'

const elections = algorithms.filter(({ requires }) => requires.shape === 'ring')

/** The delay of a message, from its number. */
const delayOf = (seed: number, number: number): number => (1 + (deriveSeed(seed, String(number)) % 8)) / 8

function assertSame(fast: Execution, literal: formal.TimedExecution): void {
  const { processors } = formal.last(literal)
  assert.deepEqual(
    fast.final.states,
    processors.map(({ state }) => state),
  )
  assert.equal(fast.measures.messages, formal.messageCount(literal))
  assert.equal(fast.measures.time, formal.time(literal))
}

const cases = fc.record({
  n: fc.integer({ min: 3, max: 7 }),
  seed: fc.nat(),
  late: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 7, maxLength: 7 }),
})

for (const algorithm of elections)
  test(`${algorithm.name}: an execution is what the definitions say, in rounds and with any delays`, () => {
    const together = algorithm.requires.initiators === 'together'
    fc.assert(
      fc.property(cases, ({ n, seed, late }) => {
        const ids = new Random(seed, 1, 2, 3).permutation(n)
        // Whoever is told 4 wakes by a message only; p_0 wakes at 0.
        const wakeTimes = late
          .slice(0, n)
          .map((time, p) => (together || p === 0 ? 0 : time === 4 ? Number.POSITIVE_INFINITY : time))
        const instance = new ComputedInstance(ring(n), { ids, wakeTimes })
        const system = { algorithm, instance, seed }
        const rounds = execute(algorithm, instance, { kind: 'synchronous' }, { seed })
        assertSame(rounds, formal.runTimed(system, { kind: 'synchronous' }))
        if (algorithm.requires.synchronous) return
        const adversary = { delay: ({ number }: { number: number }) => delayOf(seed, number) }
        const delays = { kind: 'adversary', bounded: true, adversary } as const
        assertSame(
          execute(algorithm, instance, { kind: 'asynchronous', delays }, { seed }),
          formal.runTimed(system, { kind: 'asynchronous', delay: ({ id }) => delayOf(seed, id) }),
        )
      }),
      { numRuns: 25 },
    )
  })
