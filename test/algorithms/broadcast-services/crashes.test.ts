import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reliableBroadcastEager } from '../../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { historyOf, runCell, type Seeded, violations } from '../../helpers/run.ts'

const eager = reliableBroadcastEager as AnyAlgorithm

const five = (parts: Partial<Seeded>): Seeded => ({
  topology: 'complete',
  n: 5,
  delay: 'constant',
  workload: 'given:0.broadcast(7)@0',
  seed: 1,
  ...parts,
})

test('a chain of two crashes puts off delivery by two units of time, and no more', () => {
  // By hand: p_0 sends to p_1 alone as it crashes; p_1 passes it on at 1 to p_2 alone as it crashes; p_2 has it at 2, tells
  // all, and p_3 and p_4 deliver at 3 = fa + 1. One message, one, four, and four of each of p_3 and p_4.
  const { execution, judgements, history } = historyOf(eager, five({ faults: 'crash:given=0@0/1+1@1/2' }))
  assert.deepEqual(violations({ execution, judgements }), [])
  const delivered = history
    .filter(({ kind }) => kind === 'output')
    .map(({ processor, time }) => [processor, time])
  assert.deepEqual(delivered, [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
  ])
  assert.equal(execution.measures.messages, 1 + 1 + 4 + 4 + 4)
})

test('if the sender crashes and tells nobody, nobody has to deliver', () => {
  assert.deepEqual(violations(runCell(eager, five({ faults: 'crash:given=0@0' }))), [])
})

test('all claims hold under any crashes, in 200 random executions; their records are accepted', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.constantFrom('constant', 'uniform', 'pareto'),
      fc.constantFrom('closed', 'open:rate=2', 'once'),
      fc.nat(100_000),
      (n, delay, workload, seed) => {
        const cell = five({ n, delay, workload, faults: `crash:f=${n - 1},by=6`, seed })
        assert.deepEqual(violations(runCell(eager, cell)), [])
        if (seed % 8 === 0) assert.equal(verifyLines(record(eager, cell).lines, eager).first_error, null)
      },
    ),
    { numRuns: 200 },
  )
})

test('broadcast that does not pass on what it delivers falls: a correct processor misses what another one has', () => {
  const lazy = Object.assign(Object.create(eager), {
    uponReceiving: {
      broadcast: (
        p: { output(name: string, value: object): void },
        _: object,
        { from, value }: Record<string, number>,
      ) => p.output('deliver', { from, value }),
    },
  }) as AnyAlgorithm
  const { outcome } = runCell(lazy, five({ faults: 'crash:given=0@0/1' })).execution
  assert.deepEqual(outcome, {
    kind: 'violated',
    property: 'everywhere',
    reason: 'p_2 never delivers 7, which p_1 has delivered',
  })
})
