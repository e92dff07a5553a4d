import assert from 'node:assert/strict'
import { test } from 'node:test'
import { floodset } from '../../../algorithms/index.ts'
import fc from '../../helpers/property.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const cell = (parts: Seeded): Seeded => ({ topology: 'complete', timing: 'synchronous', ...parts })

const decisions = ({ final }: { readonly final: { readonly states: readonly object[] } }) =>
  (final.states as readonly { readonly decided: number | null }[]).map(({ decided }) => decided)

test('four processors of which one may fail send 24 messages in two rounds when none does', () => {
  // By hand: in each of f + 1 = 2 rounds, each of 4 sends to 3 others: 2 · 4 · 3 = 24.
  const judged = runCell(floodset, cell({ n: 4, f: 1, inputs: 'values=3+1+2+2', seed: 1 }))
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 24)
  assert.equal(judged.execution.measures.time, 2)
  assert.deepEqual(judged.execution.measures.marks, { decided: { first: 2, last: 2 } })
  assert.deepEqual(decisions(judged.execution), [1, 1, 1, 1])
})

test('a value that its owner tells one processor alone before it crashes reaches all in the second round', () => {
  // By hand: p_1 has the least input and sends it to p_3 only, 1 message instead of 3. In round 1 the other three send
  // 3 each; in round 2 as well. 1 + 9 + 9 = 19 messages, the ones to p_1 among them. p_3 passes 1 on in round 2.
  const judged = runCell(
    floodset,
    cell({ n: 4, inputs: 'values=3+1+2+2', faults: 'crash:given=1@0/3', f: 1, seed: 1 }),
  )
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 19)
  assert.equal(judged.execution.measures.faulty, 1)
  assert.deepEqual(decisions(judged.execution), [1, null, 1, 1])
})

test('with one round too few, the chain that hides the least input breaks agreement', () => {
  // f + 1 = 2 rounds but two crash: p_1 tells p_3 alone in round 1, p_3 tells p_0 alone in round 2.
  const { execution } = runCell(
    floodset,
    cell({ n: 4, inputs: 'values=3+1+2+2', faults: 'crash:given=1@0/3+3@1/0', f: 1, seed: 1 }),
  )
  assert.deepEqual(execution.outcome, {
    kind: 'violated',
    property: 'agreement',
    reason: 'processors do not decide the same: p_0 has 1, p_2 has 2',
    where: 'after comp(2) at 2',
  })
})

test('agreement, validity, termination and all claims hold under 600 random crash patterns, all f below n', () => {
  let failed = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1))),
      fc.constantFrom('random', 'chain'),
      fc.nat(100_000),
      ([n, f], pattern, seed) => {
        const judged = runCell(floodset, cell({ n, f, faults: `crash:f=${f},pattern=${pattern}`, seed }))
        assert.deepEqual(violations(judged), [])
        failed += judged.execution.measures.faulty!
      },
    ),
    { numRuns: 600, seed: 3 },
  )
  assert.ok(failed > 600, `only ${failed} crashes`)
})
