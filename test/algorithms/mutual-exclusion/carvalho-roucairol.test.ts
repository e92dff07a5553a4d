import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carvalhoRoucairol } from '../../../algorithms/index.ts'
import { historyOf } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const parts = { topology: 'complete', delay: 'constant', inputs: 'ids=ascending', seed: 1 } as const

test('who is alone in asking asks those with larger identifiers, once', () => {
  // By hand: p_1 of five has the permission of p_0 and asks the three others; from then on it has all.
  const workload = 'closed:operations=3,think=fixed,mean=1,hold=1,processors=1'
  const run = historyOf(carvalhoRoucairol, { ...parts, n: 5, workload })
  assert.deepEqual(
    timesOf(run).filter((event) => !event.startsWith('release')),
    ['acquire 1 @1', 'enter 1 @3', 'acquire 1 @5', 'enter 1 @5', 'acquire 1 @7', 'enter 1 @7'],
  )
  assert.equal(run.execution.measures.messages, 2 * 3)
})

test('who waits gives a permission to an earlier request, and asks for it again', () => {
  // By hand: p_1 has the permission of p_0 and not that of p_2. At 0 both p_0 and p_1 ask, with time 1; p_0, the smaller
  // identifier, precedes. Its requests are at p_1 and p_2 at 1; p_1 gives up the permission and asks again, which p_0, who
  // enters at 2, defers. It leaves at 3, and p_1, to whom p_2 replied at 2, enters at 4.
  const workload = 'given:0.acquire@0+0.release@3+1.acquire@0+1.release@9'
  const run = historyOf(carvalhoRoucairol, { ...parts, n: 3, workload })
  assert.deepEqual(
    timesOf(run).filter((event) => event.startsWith('enter')),
    ['enter 0 @2', 'enter 1 @4'],
  )
  // p_0 asks two, p_1 asks p_2 and then p_0; each has a reply.
  assert.deepEqual(run.execution.measures.messagesByType, { request: 4, reply: 4 })
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(carvalhoRoucairol)
})
