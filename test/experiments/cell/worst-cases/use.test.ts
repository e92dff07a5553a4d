/** Worst cases of services in sweeps: what operations cost at most. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  abdRegister,
  lamportMutex,
  ricartAgrawala,
  totalOrderSequencer,
} from '../../../../algorithms/index.ts'
import { type AnyAlgorithm, type Cell, InputError } from '../../../../engine/index.ts'
import {
  assertHasSchedules,
  CellBuilder,
  readFile,
  runCell,
  worstCasesOf,
} from '../../../../experiments/index.ts'
import { completeOf } from '../../../helpers/explored-service.ts'

function row(algorithm: object, change: Partial<Cell> = {}) {
  const { name } = algorithm as AnyAlgorithm
  const cell: Cell = {
    algorithm: name,
    timing: 'asynchronous',
    topology: 'complete',
    n: 3,
    delay: null,
    wakeup: 'all',
    faults: 'none',
    inputs: 'random',
    workload: 'closed:operations=2',
    replicate: 0,
    seed: 3,
    evidence: 'searched',
    ...change,
  }
  const worstCases = worstCasesOf({ searched: { sizes: [3], runs: 200 } })
  const builder = new CellBuilder(readFile)
  return runCell(algorithm as AnyAlgorithm, cell, { experiment: 'trial', budget: {}, worstCases, builder })
}

test('the row of a register has the longest read and the longest write, each four units', () => {
  // A query and its answer, an update and its answer: 4(n − 1) = 8 messages.
  const { outcome, messages, time, extra } = row(abdRegister)
  assert.deepEqual([outcome, messages, time], ['quiescent', 8 * 6, null])
  const { operations, messages_per_operation, response_read, response_write } = extra
  assert.deepEqual([operations, messages_per_operation, response_read, response_write], [6, 8, 4, 4])
  assert.deepEqual([extra.response_read_claim, extra.response_read_verdict], [4, 'held'])
  assert.equal(extra.chosen, 'schedule, when operations are asked for, identifiers, channel numbers')
})

test('the row of mutual exclusion has the longest wait and the most who went first, the one of a broadcast its slowest delivery', () => {
  const { extra } = row(lamportMutex)
  assert.deepEqual([extra.messages_per_operation, extra.messages_per_operation_verdict], [6, 'held'])
  // Two others enter before it in turn, at least: each entry is a unit after a release.
  assert.ok((extra.response as number) >= 4, String(extra.response))
  assert.ok((extra.bypass as number) >= 1)
  assert.ok((extra.sync_delay as number) <= 3)
  assert.equal(row(totalOrderSequencer).extra.delivery, 2)
})

test('who is alone in asking is held to what is claimed of that, and nobody to what is claimed where times are given', () => {
  const alone = row(ricartAgrawala, { workload: 'closed:k=1,operations=2' })
  assert.deepEqual([alone.extra.response, alone.extra.response_verdict], [2, 'held'])
  // That all are asked again at once is nothing that an adversary keeps to.
  const saturated = row(ricartAgrawala, { workload: 'saturated:operations=2,hold=2' })
  assert.deepEqual(
    saturated.verdicts.filter(({ claim }) => claim.includes('sync_delay')).map(({ bound }) => bound),
    [3],
  )
})

test('worst cases of services are searched, and neither exact nor forced', () => {
  assert.throws(
    () => assertHasSchedules(ricartAgrawala as AnyAlgorithm, completeOf(3), 'exact'),
    (error: Error) =>
      error instanceof InputError &&
      error.message ===
        "ricart-agrawala offers a service, whose worst cases can be searched only (worstCases.searched), not exact; leave it out of them by worstCases.except: ['ricart-agrawala'], on the command line --worst-except ricart-agrawala",
  )
  assert.doesNotThrow(() => assertHasSchedules(ricartAgrawala as AnyAlgorithm, completeOf(3), 'searched'))
})
