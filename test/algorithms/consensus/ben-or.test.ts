import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benOr } from '../../../algorithms/index.ts'
import type { Execution } from '../../../engine/index.ts'
import { complete, decisions, inAnyTime } from '../../helpers/consensus.ts'
import { assertMeanIs } from '../../helpers/mean-within.ts'
import fc from '../../helpers/property.ts'
import { record } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

/** The phases of an execution. */
const phasesOf = ({ final }: Pick<Execution, 'final'>): number =>
  benOr.columns!.phases!.read(final as never) as number

/** Those of so many executions. */
const phasesIn = (runs: number, cell: Omit<Seeded, 'seed'>): readonly number[] =>
  Array.from({ length: runs }, (_, seed) => {
    const judged = runCell(benOr, { topology: 'complete', ...cell, seed })
    assert.deepEqual(violations(judged), [])
    return phasesOf(judged.execution)
  })

test('five processors with the same bit decide it in one phase, with 80 messages', () => {
  // By hand: two phases, in each of which 5 report to 4 others and 5 propose to 4 others: 2 · 2 · 20.
  const judged = runCell(benOr, complete({ n: 5, f: 2, inputs: 'values=1+3+5+1+1', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 80)
  assert.equal(phasesOf(judged.execution), 1)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 2, last: 2 } })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1, 1])
})

test('where nobody may crash, the bit of more than half is decided in one phase', () => {
  for (const timing of ['synchronous', 'asynchronous'] as const)
    for (let seed = 0; seed < 10; seed++) {
      const judged = runCell(benOr, {
        ...complete({ n: 5, f: 0, inputs: 'values=1+0+1+0+0', seed }),
        timing,
        delay: timing === 'synchronous' ? null : 'exponential',
      })
      assert.deepEqual(violations(judged), [])
      assert.deepEqual(decisions(judged.execution), [0, 0, 0, 0, 0])
      assert.equal(phasesOf(judged.execution), 1)
    }
})

test('four of whom none may crash, two with each bit, are expected to take 2.6 phases', () => {
  // The first phase ends without a majority; so does each later one with probability q = C(4, 2)/2⁴ = 3/8:
  // 1 + 1/(1 − 3/8) = 2.6.
  assertMeanIs(phasesIn(1000, { n: 4, f: 0, inputs: 'values=1+0+1+0' }), 2.6, 'phases')
})

for (const [n, f, runs] of [
  [4, 1, 500],
  [5, 2, 300],
  [6, 2, 150],
] as const)
  test(`a scheduler that splits the votes of ${n} makes 1 + 2^(n − 1) phases expected`, () => {
    // No phase ends it but one in which all coins fell alike, with probability 2/2ⁿ.
    const inputs = `values=${[1, ...new Array(n - 1).fill(0)].join('+')}`
    assertMeanIs(phasesIn(runs, { n, f, inputs, delay: 'worst' }), 1 + 2 ** (n - 1), 'phases')
  })

test('agreement, validity, termination and all claims hold under 400 random crashes and omissions, in any time', () => {
  const cells = fc
    .record({
      size: fc.constantFrom([3, 1], [4, 1], [5, 2], [6, 2], [7, 3], [8, 3]),
      kind: fc.constantFrom('crash', 'crash:by=9'),
      values: fc.constantFrom('bits', 'random', 'same'),
      seed: fc.nat(1_000_000),
    })
    .map(({ size: [n, f], kind, values, seed }) =>
      complete({
        n: n!,
        f: f!,
        faults: `${kind}${kind.includes(':') ? ',' : ':'}f=${f}`,
        inputs: `values=${values === 'same' ? new Array(n).fill(1).join('+') : values}`,
        seed,
      }),
    )
  fc.assert(
    fc.property(inAnyTime(cells), (cell) => {
      assert.deepEqual(violations(runCell(benOr, cell)), [])
    }),
    { numRuns: 400, seed: 3 },
  )
})

test('with n = 2f half of the system is all that a processor may wait for, and nobody ever proposes', () => {
  // Of four, two are silent from the start: two reports are not more than half.
  const cell = complete({
    n: 4,
    f: 2,
    inputs: 'values=1+1+1+1',
    faults: 'crash:given=2@0+3@0',
    seed: 1,
  })
  const { execution } = record(benOr, cell, { messagesMax: 3000 })
  assert.equal(execution.outcome.kind, 'budget')
  assert.ok(phasesOf(execution) > 200)
})
