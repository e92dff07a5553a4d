import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suzukiKasami } from '../../../algorithms/index.ts'
import { historyOf } from '../../helpers/run.ts'
import { assertClaimsUnderEveryLoad } from '../../laws/mutual-exclusion.ts'
import { timesOf } from './times-of.ts'

const parts = {
  topology: 'complete',
  delay: 'constant',
  inputs: 'ids=ascending,root=first',
  seed: 1,
} as const

test('who asks for the token costs n messages and waits for two units; who has it enters at once for nothing', () => {
  const workload = 'closed:operations=3,think=fixed,mean=1,processors=2'
  const run = historyOf(suzukiKasami, { ...parts, n: 5, workload })
  // By hand: asked at 1, the token is there at 3; from then on every entry is at once.
  assert.deepEqual(timesOf(run), [
    'acquire 2 @1',
    'enter 2 @3',
    'release 2 @3.5',
    'acquire 2 @4.5',
    'enter 2 @4.5',
    'release 2 @5',
    'acquire 2 @6',
    'enter 2 @6',
    'release 2 @6.5',
  ])
  assert.deepEqual(run.execution.measures.messagesByType, { request: 4, token: 1 })
})

test('the token serves those who wait one after the other, a unit after each release', () => {
  // By hand: p_0 has the token and stays from 0 to 2, when it has the requests of p_1 and p_2, of 0.5 and 0. It looks through
  // its channels, so p_1 is first: it enters at 3 and leaves at 3.5, p_2 enters at 4.5.
  const workload = 'given:0.acquire@0+0.release@2+1.acquire@0.5+1.release@3.5+2.acquire@0+2.release@9'
  const run = historyOf(suzukiKasami, { ...parts, inputs: `${parts.inputs},ports=sorted`, n: 3, workload })
  assert.deepEqual(
    timesOf(run).filter((event) => event.startsWith('enter')),
    ['enter 0 @0', 'enter 1 @3', 'enter 2 @4.5'],
  )
  assert.equal(run.execution.measures.messages, 2 * 3)
  assert.equal(run.execution.measures.operations!.syncDelay, 1)
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  assertClaimsUnderEveryLoad(suzukiKasami)
})
