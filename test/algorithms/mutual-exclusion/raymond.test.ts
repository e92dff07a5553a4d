import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raymond } from '../../../algorithms/index.ts'
import { historyOf, runCell } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const parts = { topology: 'path', delay: 'constant', inputs: 'root=first', seed: 1 } as const

test('the privilege comes along the path by which it was asked for, and stays', () => {
  // By hand: from p_3 the request takes three units to p_0, and the privilege three back; the second entry is for nothing.
  const workload = 'closed:operations=2,think=fixed,mean=1,processors=3'
  const run = historyOf(raymond, { ...parts, n: 5, workload })
  assert.deepEqual(timesOf(run), [
    'acquire 3 @1',
    'enter 3 @7',
    'release 3 @7.5',
    'acquire 3 @8.5',
    'enter 3 @8.5',
    'release 3 @9',
  ])
  assert.deepEqual(run.execution.measures.messagesByType, { request: 3, privilege: 3 })
})

test('who asks on behalf of others asks once, and serves itself and them in the order in which they came', () => {
  // By hand: p_1 asks p_0 at 0, before the request of p_2 comes at 1. The privilege leaves p_0 at 2, is at p_1 at 3, who
  // enters until 4 and passes it on; it is at p_2 at 5. Two requests and two privileges.
  const workload = 'given:0.acquire@0+0.release@2+1.acquire@0+1.release@4+2.acquire@0+2.release@9'
  const run = historyOf(raymond, { ...parts, n: 3, workload })
  assert.deepEqual(
    timesOf(run).filter((event) => event.startsWith('enter')),
    ['enter 0 @0', 'enter 1 @3', 'enter 2 @5'],
  )
  assert.deepEqual(run.execution.measures.messagesByType, { request: 2, privilege: 2 })
})

test('every request is answered by the privilege, in turn round the tree where all ask all the time', () => {
  for (const topology of ['star', 'random-tree', 'complete', 'grid']) {
    const cell = { topology, n: 16, delay: 'constant', workload: 'saturated:operations=40,hold=1', seed: 3 }
    const { request, privilege } = runCell(raymond, cell).execution.measures.messagesByType
    assert.equal(request, privilege)
    // Twice through each of 15 channels in each of 40 rounds, but for parts of the first and the last.
    assert.ok(privilege! <= 2 * 15 * 40 && privilege! > 2 * 15 * 39, `${topology}: ${privilege}`)
  }
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(raymond, [2, 3, 8])
})
