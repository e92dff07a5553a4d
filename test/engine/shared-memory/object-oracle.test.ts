import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CountSummary,
  executeShared,
  formalShared,
  type SharedExecution,
  type SharedObject,
  schedulers,
  sharedCalls,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { randomObjects } from '../../helpers/random-object.ts'

const runs = fc.record({
  object: randomObjects,
  n: fc.integer({ min: 1, max: 4 }),
  scheduler: fc.constantFrom(
    ...schedulers.entries.map(({ name }) => name).filter((name) => name !== 'timed'),
  ),
  seed: fc.nat(1000),
  operations: fc.integer({ min: 1, max: 3 }),
  steps: fc.integer({ min: 1, max: 80 }),
})

test('the loop does and counts with objects what the definitions say, with 1,000 random ones', () => {
  fc.assert(
    fc.property(runs, ({ object, operations, ...run }) => {
      const workload = `closed:operations=${operations}`
      const fast = executeShared(object, { ...run, workload, check: false, schedule: true, history: true })
      assertAgree(object, sharedCalls(object, run.n, run.seed, workload), fast)
    }),
    { numRuns: 1000 },
  )
})

function assertAgree(
  algorithm: SharedObject,
  calls: ReturnType<typeof sharedCalls>,
  fast: SharedExecution,
): void {
  const passages = calls.map(({ length }) => length)
  const system = { algorithm, n: calls.length, passages, calls }
  const slow = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), fast.schedule!)
  if (slow.kind === 'inapplicable') {
    // The step that fails is the last one; its message names processor and line in both.
    assert.equal(slow.index, fast.schedule!.length - 1)
    assert.ok(fast.outcome.kind === 'failed')
    return assert.equal(fast.outcome.reason, slow.reason)
  }
  const { execution } = slow
  const last = execution.configurations.at(-1)!
  // The coin is declared last, and holds nothing.
  assert.deepEqual(Object.values(fast.values), last.values.slice(0, -1))
  assert.deepEqual(
    fast.states,
    last.processors.map(({ state }) => state),
  )
  assert.equal(fast.outcome.kind === 'terminated', formalShared.sharedAdmissible(execution) === true)
  assert.deepEqual(fast.history, formalShared.sharedHistory(execution))
  const counted = formalShared.sharedPassages(execution)
  const { all, solo, byName } = fast.measures.operations!
  assertSummary(all, counted)
  assertSummary(
    solo,
    counted.filter((one) => one.solo),
  )
  for (const name of ['read', 'write']) {
    const kind = counted.filter(({ operation }) => operation === name)
    assertSummary(byName[name]!.all, kind)
    assertSummary(
      byName[name]!.solo,
      kind.filter((one) => one.solo),
    )
  }
}

function assertSummary(
  summary: CountSummary | null,
  operations: readonly formalShared.SharedPassage[],
): void {
  if (summary === null) return assert.equal(operations.length, 0)
  assert.equal(summary.passages, operations.length)
  for (const count of ['steps', 'reads', 'writes', 'rmw', 'cc', 'cc-write-back', 'dsm'] as const) {
    const found = operations.map(({ counts }) => counts[count])
    assert.equal(summary.max[count], Math.max(...found), count)
    assert.equal(summary.min[count], Math.min(...found), count)
    const sum = found.reduce((a, b) => a + b, 0)
    assert.equal(summary.mean[count], sum / found.length, count)
  }
}
