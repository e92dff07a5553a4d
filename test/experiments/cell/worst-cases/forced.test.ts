import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hirschbergSinclair, lcr } from '../../../../algorithms/index.ts'
import { runCell } from '../../../../experiments/cell/run-cell.ts'
import { assertHasForcedCase } from '../../../../experiments/cell/worst-cases/forced.ts'
import {
  CellBuilder,
  defineExperiment,
  gridOf,
  isViolation,
  readFile,
} from '../../../../experiments/index.ts'
import { cellOf } from '../../../helpers/run.ts'

const builder = new CellBuilder(readFile)

const forcedRow = (inputs: string, n = 16) => {
  const cell = { ...cellOf(lcr, { n, inputs, delay: null, seed: 0 }), evidence: 'forced' } as const
  return runCell(lcr, cell, { experiment: 'trial', budget: {}, builder })
}

test('a forced row has the messages of the whole execution and those of its open part, which the theorem bounds', () => {
  // Descending: n(n − 1)/2 while an edge is open. In all n(n + 1)/2 and n for the announcement: the worst there is.
  const { evidence, outcome, messages, messages_verdict, time, extra } = forcedRow('ids=descending')
  assert.deepEqual(
    [evidence, outcome, messages, messages_verdict, time],
    ['forced', 'quiescent', 152, 'held', null],
  )
  assert.deepEqual(
    [extra.open_messages, extra.lower_bound, extra.lower_bound_verdict, extra.lower_bound_theorem],
    [120, 16.5, 'held', 'n log₂ n/4 + 1/2'],
  )
})

test('an algorithm that the theorem refutes is a violation', () => {
  // Who decides without having heard from everyone is spared the messages.
  const hasty = {
    ...lcr,
    name: 'hasty',
    properties: {},
    claims: {},
    uponReceiving: { id: () => {}, announcement: () => {} },
  } as typeof lcr
  const cell = { ...cellOf(hasty, { n: 256, delay: null, seed: 0 }), evidence: 'forced' } as const
  const row = runCell(hasty, cell, { experiment: 'trial', budget: {}, builder })
  // Each of the 256 identifiers crosses one channel, all but one of them while an edge is open.
  assert.deepEqual([row.messages, row.extra.open_messages], [256, 255])
  assert.equal(row.extra.lower_bound_verdict, 'violated')
  assert.ok(isViolation(row))
})

test('forced cases are for rings as they are built, where all wake at once', () => {
  const refusal = (parts: object) => {
    const { instance } = builder.prepare(
      hirschbergSinclair,
      cellOf(hirschbergSinclair, { seed: 0, ...parts }),
    )
    try {
      assertHasForcedCase(hirschbergSinclair, instance)
    } catch (error) {
      return (error as Error).message
    }
    return null
  }
  assert.equal(refusal({ n: 16 }), null)
  assert.match(refusal({ n: 16, wakeup: 'random' })!, /take wake-up all$/)
  assert.match(refusal({ n: 16, inputs: 'ports=shuffled' })!, /its channels as built$/)
  assert.match(refusal({ n: 12 })!, /needs n = 2\^k/)
})

test('a sweep that forces worst cases of an algorithm that has none is refused before it runs', () => {
  const definition = { name: 'trial', question: '?', topologies: ['ring'], replicates: 1, seed: 1 }
  const worstCases = { forced: { sizes: [4, 8] } }
  assert.throws(
    () => gridOf(defineExperiment({ ...definition, algorithms: ['flooding'], worstCases })),
    /the open-edge adversary works where no processor is distinguished; flooding requires root/,
  )
  const { cells } = gridOf(defineExperiment({ ...definition, algorithms: ['lcr'], worstCases }))
  assert.deepEqual(
    Array.from(cells, ({ evidence, n }) => [evidence, n]),
    [
      ['forced', 4],
      ['forced', 8],
    ],
  )
})
