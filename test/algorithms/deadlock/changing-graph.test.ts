/** The detection of deadlocks is for a wait-for graph that stays as it is; where it changes, each of its properties fails. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnyAlgorithm, Call } from '../../../engine/index.ts'
import { changingWaits } from '../../helpers/changing-waits.ts'
import { confirmedViolation, exploredUse, type Use } from '../../helpers/explored-service.ts'

const algorithm = changingWaits as unknown as AnyAlgorithm

/** On three processors, the channel from one to another: they stand in the order of their neighbours. */
const to = (from: number, other: number): number => (other > from ? other - 1 : other)
const wait = (from: number, other: number): Call => ({ operation: 'wait', argument: to(from, other) })
const grant = (from: number, other: number): Call => ({ operation: 'grant', argument: to(from, other) })
const detect: Call = { operation: 'detect' }
const use = (...calls: Call[][]): Use => ({ topology: 'complete', calls })

const found = (calls: Use, property: string) => {
  const summary = exploredUse(algorithm, calls)
  assert.equal(summary.exhausted, 1)
  const violations = summary.violations.filter((one) => one.property === property)
  return { ...summary, violations }
}

test('a phantom deadlock: a probe passes edges of which the first is gone when the last appears', () => {
  // p_0 waits for p_1, p_1 for p_2. The probe of p_0 is on its way from p_1 to p_2 when p_2 grants p_1 what it waits for, and
  // then waits for p_0. The probe goes on, and comes back, but nobody has waited for itself at any time.
  const calls = use([wait(0, 1), detect], [wait(1, 2)], [grant(2, 1), wait(2, 0)])
  const phantom = found(calls, 'whoDeclaresIsDeadlocked')
  assert.equal(
    confirmedViolation(algorithm, calls, phantom).shown.replace(/ at time \S+$/, ''),
    'whoDeclaresIsDeadlocked: p_0 declares a deadlock, but does not wait for itself',
  )
})

test('without the grant, no deadlock is declared that is none', () => {
  // Edges that stay once they are there: all that the probe has passed are there when it comes back.
  const calls = use([wait(0, 1), detect], [wait(1, 2)], [wait(2, 0)])
  assert.deepEqual(found(calls, 'whoDeclaresIsDeadlocked').violations, [])
})

test('a deadlock that is missed: the probe finds somebody who waits for nobody yet', () => {
  const calls = use([wait(0, 1), detect], [wait(1, 2)], [wait(2, 0)])
  const missed = found(calls, 'whoIsDeadlockedDeclares')
  assert.match(
    confirmedViolation(algorithm, calls, missed).shown,
    /^whoIsDeadlockedDeclares: p_0 waits for itself, and does not declare so/,
  )
})
