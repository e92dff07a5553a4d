import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ricartAgrawala } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, type History, mutualExclusion } from '../../../engine/index.ts'
import { runCell } from '../../helpers/run.ts'

const { acquire, release } = ricartAgrawala.uponInvoking
const changed = (parts: object): AnyAlgorithm => ({ ...ricartAgrawala, ...parts }) as AnyAlgorithm
const cell = { topology: 'complete', n: 4, workload: 'saturated', delay: 'uniform', seed: 3 } as const

/** Asks nobody. */
const careless = changed({ uponInvoking: { acquire: (p: { respond(): void }) => p.respond(), release } })

test('who enters while another is inside violates mutual exclusion, and the run ends there', () => {
  const { outcome } = runCell(careless, cell).execution
  // All four ask at time 0; p_0 comes first in the order of events, and p_1 second.
  assert.deepEqual(outcome, {
    kind: 'violated',
    property: 'mutualExclusion',
    reason: 'p_1 enters at time 0 while p_0 is inside',
    where: 'after comp(1) at 0',
  })
})

test('an operation that is never answered violates the property that every service has', () => {
  // p_0 is inside for good: it does not tell those who wait that it has left.
  const forgetful = changed({ uponInvoking: { acquire, release: (p: { respond(): void }) => p.respond() } })
  const { outcome } = runCell(forgetful, {
    ...cell,
    n: 2,
    inputs: 'ids=ascending',
    delay: 'constant',
  }).execution
  assert.deepEqual(outcome, {
    kind: 'violated',
    property: 'answered',
    reason: 'p_1 was asked for acquire at time 0 and never answers',
  })
})

test('a history is right if and only if no response of acquire comes between another and its release', () => {
  const event = (kind: 'ask' | 'enter' | 'leave', processor: number): History[number] =>
    kind === 'enter'
      ? { kind: 'response', id: 0, processor, time: 0 }
      : { kind: 'invocation', id: 0, processor, time: 0, operation: kind === 'ask' ? 'acquire' : 'release' }
  const { check } = mutualExclusion.properties.mutualExclusion!
  const both = [event('ask', 0), event('ask', 1), event('enter', 0)]
  assert.equal(check([...both, event('leave', 0), event('enter', 1)], 2), true)
  assert.equal(check([...both, event('enter', 1)], 2), 'p_1 enters at time 0 while p_0 is inside')
})
