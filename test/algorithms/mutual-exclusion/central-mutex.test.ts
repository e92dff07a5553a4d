import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centralMutex } from '../../../algorithms/index.ts'
import { historyOf } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const parts = { topology: 'complete', delay: 'constant', inputs: 'root=first', seed: 1 } as const

test('a processor that is alone in asking enters after two units, with three messages', () => {
  // By hand: the request is at the coordinator at 1, the grant back at 2; it stays for 0.5 and sends the release.
  const run = historyOf(centralMutex, { ...parts, n: 4, workload: 'once:processors=2' })
  assert.deepEqual(timesOf(run), ['acquire 2 @0', 'enter 2 @2', 'release 2 @2.5'])
  assert.equal(run.execution.measures.messages, 3)
  assert.equal(run.execution.measures.time, 3.5)
})

test('the coordinator lets itself in at once and without messages, and others in the order of their requests', () => {
  // By hand: p_0 is in from 0 to 1.5. The request of p_2, made at 0.1, comes at 1.1 and that of p_1 at 1.2. The grant goes
  // to p_2 at 1.5 and comes at 2.5; its release goes at 3 and comes at 4; the grant for p_1 comes at 5. Nobody is in from
  // 1.5 to 2.5 and from 3 to 5, though somebody waits: a delay of two units.
  const workload = 'given:0.acquire@0+0.release@1.5+1.acquire@0.2+1.release@5+2.acquire@0.1+2.release@3'
  const run = historyOf(centralMutex, { ...parts, n: 3, workload })
  assert.deepEqual(timesOf(run), [
    'acquire 0 @0',
    'enter 0 @0',
    'acquire 2 @0.1',
    'acquire 1 @0.2',
    'release 0 @1.5',
    'enter 2 @2.5',
    'release 2 @3',
    'enter 1 @5',
    'release 1 @5',
  ])
  assert.equal(run.execution.measures.messages, 6)
  assert.equal(run.execution.measures.operations!.syncDelay, 2)
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(centralMutex)
})
