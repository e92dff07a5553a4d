import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeAsyncCapture } from '../../../algorithms/index.ts'
import { buildTopology, Random } from '../../../engine/index.ts'
import { exploreSchedules } from '../../helpers/all-schedules.ts'
import { permutations } from '../../helpers/graphs.ts'
import fc from '../../helpers/property.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'

const complete = (n: number) =>
  buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })

const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const claimed = (n: number) => 4 * n * range(n).reduce((sum, i) => sum + 1 / (i + 1), 0) + n - 1

test('by hand: of two candidates the larger is accepted, the smaller rejected, in five messages and three units', () => {
  // Both try to capture; at time 1 one accepts and one rejects; at time 2 the larger announces, heard at time 3.
  const { execution } = runLockstep(completeAsyncCapture, complete(2), { ids: [4, 7] })
  assert.deepEqual([execution.measures.messages, execution.measures.time], [5, 3])
  assert.deepEqual(
    execution.final.states.map((state) => (state as { elected: boolean }).elected),
    [false, true],
  )
})

test('a lone candidate captures one after the other: 3(n − 1) messages in 2n − 1 units', () => {
  for (const n of [2, 3, 10]) {
    const wakeTimes = range(n).map((p) => (p === 1 ? 0 : Number.POSITIVE_INFINITY))
    const run = runLockstep(completeAsyncCapture, complete(n), { wakeTimes })
    assert.deepEqual(violations(run), [])
    assert.deepEqual([run.execution.measures.messages, run.execution.measures.time], [3 * (n - 1), 2 * n - 1])
  }
})

test('in every schedule on two and three processors, one of any set of initiators is elected within the claim', () => {
  for (const n of [2, 3])
    for (const ids of permutations(range(n)))
      for (let set = 1; set < 2 ** n; set++) {
        const initiators = range(n).filter((p) => (set >>> p) & 1)
        const { messages } = exploreSchedules(completeAsyncCapture, complete(n), ids, initiators)
        assert.ok(messages <= claimed(n), `${messages} messages`)
        if (initiators.length === 1) assert.equal(messages, 3 * (n - 1))
      }
})

test('in every schedule on four processors, one of two or three initiators is elected within the claim', () => {
  for (const ids of [
    [0, 1, 2, 3],
    [3, 1, 2, 0],
  ])
    for (const initiators of [
      [0, 1],
      [0, 1, 3],
    ]) {
      const { messages, ends } = exploreSchedules(completeAsyncCapture, complete(4), ids, initiators)
      assert.ok(ends > 1 && messages <= claimed(4), `${messages} messages`)
    }
})

test('under random schedules, identifiers and wake-ups one leader is elected and every claim holds', () => {
  const cells = fc.record({
    n: fc.integer({ min: 2, max: 30 }),
    k: fc.integer({ min: 1, max: 30 }),
    delay: fc.constantFrom('constant', 'uniform', 'uniform:min=0.9', 'bimodal', 'pareto', 'per-link'),
    wakeup: fc.constantFrom('random', 'staggered'),
    seed: fc.nat(),
  })
  fc.assert(
    fc.property(cells, ({ n, k, delay, wakeup, seed }) => {
      const rule = wakeup === 'random' ? `random:k=${Math.min(k, n)}` : wakeup
      const cell = { topology: 'complete', n, delay, wakeup: rule, seed }
      assert.deepEqual(violations(runCell(completeAsyncCapture, cell)), [])
    }),
    { numRuns: 200 },
  )
})
