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
import { broadcasts, type HistoryEvent } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { runCell, violations } from '../../helpers/run.ts'

test('eager reliable broadcast: what correct processors broadcast or deliver all correct ones deliver, under 200 random crashes', () => {
  let crashed = 0
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 7 }),
      fc.nat(6),
      fc.constantFrom('uniform', 'exponential', 'per-link', 'constant'),
      fc.nat(1_000_000),
      (n, most, delay, seed) => {
        const faults = `crash:f=${Math.min(most, n - 1)},by=4`
        const cell = {
          topology: 'complete',
          n,
          faults,
          delay,
          workload: 'closed:operations=2',
          seed,
        } as const
        const judged = runCell(reliableBroadcastEager, cell)
        assert.deepEqual(violations(judged), [])
        crashed += judged.execution.measures.faulty ?? 0
      },
    ),
    { numRuns: 200, seed: 3 },
  )
  assert.ok(crashed > 100, `${crashed}`)
})

test('records of it are accepted where processors crash', () => {
  const cell = {
    topology: 'complete',
    n: 4,
    faults: 'crash:f=2,by=3',
    workload: 'closed:operations=2',
    seed: 5,
  } as const
  const { lines } = record(reliableBroadcastEager, cell)
  assert.equal(verifyLines(lines, reliableBroadcastEager).first_error, null)
})

/** p_0 broadcasts 7, and these deliver it. */
const history = (...delivering: readonly number[]): HistoryEvent[] => [
  { kind: 'invocation', id: 0, processor: 0, operation: 'broadcast', argument: 7, time: 0 },
  ...delivering.map(
    (processor): HistoryEvent => ({
      ...{ kind: 'output', processor, output: 'deliver', time: 1 },
      value: { from: 0, value: 7 },
    }),
  ),
]

test('by hand: what a correct processor delivers all correct ones must, and what only faulty ones do nobody', () => {
  const { everywhere } = broadcasts.reliable.properties
  const finding = (delivering: readonly number[], failing: readonly number[]) =>
    everywhere!.check(history(...delivering), 3, undefined, (p) => failing.includes(p))
  assert.equal(finding([0, 1, 2], []), true)
  assert.equal(finding([0, 1], []), 'p_2 never delivers 7, which p_0 has broadcast')
  assert.equal(finding([0, 1], [2]), true)
  assert.equal(finding([0], [0]), true)
  assert.equal(finding([0, 1], [0]), 'p_2 never delivers 7, which p_1 does')
})
