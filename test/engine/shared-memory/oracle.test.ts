import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type CountSummary,
  executeShared,
  formalShared,
  type SharedExecution,
  type SharedMemoryAlgorithm,
  schedulers,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { randomLocks } from '../../helpers/random-lock.ts'

const runs = fc.record({
  algorithm: randomLocks,
  n: fc.integer({ min: 1, max: 4 }),
  scheduler: fc.constantFrom(...schedulers.entries.map(({ name }) => name)),
  seed: fc.nat(1000),
  passages: fc.integer({ min: 1, max: 3 }),
  steps: fc.integer({ min: 1, max: 80 }),
})

test('the loop does and counts what the definitions say, with 1,000 random programs', () => {
  fc.assert(
    fc.property(runs, ({ algorithm, ...run }) => {
      const fast = executeShared(algorithm, { ...run, check: false, schedule: true, history: true })
      assertAgree(algorithm, run.passages, fast)
    }),
    { numRuns: 1000 },
  )
})

function assertAgree(algorithm: SharedMemoryAlgorithm, passages: number, fast: SharedExecution): void {
  const n = fast.states.length
  const system = { algorithm, n, passages: Array<number>(n).fill(passages) }
  const initial = formalShared.initialSharedConfiguration(system)
  const slow = formalShared.sharedExec(initial, fast.schedule!)
  if (slow.kind === 'inapplicable') {
    // The step that fails is the last one; its message names processor and line in both.
    assert.equal(slow.index, fast.schedule!.length - 1)
    assert.ok(fast.outcome.kind === 'failed')
    return assert.equal(fast.outcome.reason, slow.reason)
  }
  const { execution } = slow
  const last = execution.configurations.at(-1)!
  assert.deepEqual(Object.values(fast.values), last.values)
  assert.deepEqual(
    fast.states,
    last.processors.map(({ state }) => state),
  )
  assert.equal(fast.outcome.kind === 'terminated', formalShared.sharedAdmissible(execution) === true)
  const counted = formalShared.sharedPassages(execution)
  assertSummary(fast.measures.passage, counted)
  assertSummary(
    fast.measures.solo,
    counted.filter(({ solo }) => solo),
  )
  assert.equal(fast.measures.bypass, formalShared.sharedBypass(execution))
  assertHistory(fast, execution)
}

function assertSummary(summary: CountSummary | null, passages: readonly formalShared.SharedPassage[]): void {
  if (summary === null) return assert.equal(passages.length, 0)
  assert.equal(summary.passages, passages.length)
  for (const count of ['steps', 'reads', 'writes', 'rmw', 'cc', 'cc-write-back', 'dsm'] as const) {
    const found = passages.map(({ counts }) => counts[count])
    assert.equal(summary.max[count], Math.max(...found), count)
    assert.equal(summary.min[count], Math.min(...found), count)
    const sum = found.reduce((a, b) => a + b, 0)
    assert.equal(summary.mean[count], sum / found.length, count)
  }
}

/** An operation is invoked where a processor leaves its remainder or critical section, and answered where it is back in one. */
function assertHistory({ history }: SharedExecution, { steps }: formalShared.SharedMemoryExecution): void {
  const rests = ['remainder', 'critical']
  const expected = steps.flatMap(({ processor, from, to }) => [
    ...(rests.includes(from) ? [`p_${processor} ${from === 'remainder' ? 'acquire' : 'release'}`] : []),
    ...(rests.includes(to) ? [`p_${processor} done`] : []),
  ])
  const found = history!.map((event) =>
    event.kind === 'invocation' ? `p_${event.processor} ${event.operation}` : `p_${event.processor} done`,
  )
  assert.deepEqual(found, expected)
}
