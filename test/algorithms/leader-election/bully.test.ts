import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bully } from '../../../algorithms/index.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, type Seeded, violations } from '../../helpers/run.ts'

const five = (parts: Partial<Seeded>): Seeded => ({
  topology: 'complete',
  n: 5,
  inputs: 'ids=0+1+2+3+4',
  delay: 'constant',
  seed: 1,
  ...parts,
})

const leaders = ({ states }: { readonly states: readonly object[] }) =>
  (states as readonly { readonly leader: number | null }[]).map(({ leader }) => leader)

test('if the least of five begins it takes 24 messages, if the largest does, four', () => {
  // By hand: 4 + 3 + 2 + 1 questions, as many answers, and the largest tells four.
  const least = runCell(bully, five({ wakeup: 'given:0' }))
  assert.deepEqual(violations(least), [])
  assert.equal(least.execution.measures.messages, 24)
  const largest = runCell(bully, five({ wakeup: 'given:4' }))
  assert.equal(largest.execution.measures.messages, 4)
  assert.deepEqual(leaders(largest.execution.final), [4, 4, 4, 4, 4])
})

test('the two largest are dead, so the next one leads, also if one of them said before that it is alive', () => {
  // By hand: p_4 crashes as it is asked and answers p_0 alone; p_3 likewise, and answers nobody. p_2 hears of nobody larger.
  const cell = five({ wakeup: 'given:0', faults: 'crash:given=3@0+4@0/0' })
  const { execution, lines } = record(bully, cell)
  assert.deepEqual(leaders(execution.final).slice(0, 3), [2, 2, 2])
  assert.equal(verifyLines(lines, bully).first_error, null)
})

test('all claims hold with any bounded delays and initiators, in 200 random executions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }),
      fc.constantFrom('uniform', 'constant', 'uniform:min=0.5', 'bimodal'),
      fc.constantFrom('all', 'root', 'random', 'staggered'),
      fc.nat(100_000),
      (n, delay, wakeup, seed) =>
        assert.deepEqual(violations(runCell(bully, five({ n, delay, wakeup, inputs: 'random', seed }))), []),
    ),
    { numRuns: 200, seed: 6 },
  )
})

test('whoever crashes before it says anything is passed over, in 300 random executions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 8 }),
      fc.nat(100),
      fc.constantFrom('uniform', 'constant', 'bimodal'),
      fc.constantFrom('all', 'random'),
      fc.nat(100_000),
      (n, dead, delay, wakeup, seed) => {
        const silent = Array.from({ length: dead % n }, (_, p) => `${(p * 3 + seed) % n}@0`)
        const faults = silent.length === 0 ? 'none' : `crash:given=${[...new Set(silent)].join('+')}`
        const judged = runCell(bully, five({ n, delay, wakeup, inputs: 'random', faults, seed }))
        const { kind } = judged.execution.outcome
        // Where all that wake by themselves are dead, nobody asks who leads.
        if (kind === 'violated') assert.ok(wakeup === 'random' && judged.execution.measures.messages === 0)
      },
    ),
    { numRuns: 300, seed: 6 },
  )
})
