import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lamportMutex } from '../../../algorithms/index.ts'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import { historyOf, runCell } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const parts = { topology: 'complete', delay: 'constant', inputs: 'ids=ascending', seed: 1 } as const

test('a processor that is alone in asking enters after two units, with 3(n − 1) messages', () => {
  const run = historyOf(lamportMutex, { ...parts, n: 5, workload: 'once:processors=3' })
  assert.deepEqual(timesOf(run), ['acquire 3 @0', 'enter 3 @2', 'release 3 @2.5'])
  assert.deepEqual(run.execution.measures.messagesByType, { request: 4, ack: 4, release: 4 })
})

test('requests with one time are served in the order of identifiers, the next a unit after each release', () => {
  // By hand: all three requests carry time 1, and all are acknowledged at 2. p_0 is first and stays until 2.5; the others
  // hear so at 3.5. p_1 stays until 4, and p_2 hears so at 5.
  const run = historyOf(lamportMutex, { ...parts, n: 3, workload: 'once' })
  assert.deepEqual(
    timesOf(run).filter((event) => !event.startsWith('acquire')),
    ['enter 0 @2', 'release 0 @2.5', 'enter 1 @3.5', 'release 1 @4', 'enter 2 @5', 'release 2 @5.5'],
  )
  assert.equal(run.execution.measures.messages, 3 * 3 * 2)
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(lamportMutex)
})

test('channels must keep the order: else an acknowledgement overtakes an earlier request, and two are inside', () => {
  const { fifo: _, ...requires } = lamportMutex.requires
  const unordered = { ...lamportMutex, requires } as AnyAlgorithm
  const outcomes = (algorithm: AnyAlgorithm) =>
    Array.from({ length: 50 }, (_, seed) => {
      const cell = { topology: 'complete', n: 2, delay: 'uniform', workload: 'closed', seed }
      return runCell(algorithm, cell).execution.outcome
    })
  const violated = outcomes(unordered).filter(({ kind }) => kind === 'violated')
  assert.ok(violated.length > 0)
  assert.match(JSON.stringify(violated[0]), /mutualExclusion.*enters at time .* while p_\d is inside/)
  assert.deepEqual(
    outcomes(lamportMutex as AnyAlgorithm).filter(({ kind }) => kind === 'violated'),
    [],
  )
})
