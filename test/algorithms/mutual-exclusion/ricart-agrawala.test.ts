import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ricartAgrawala } from '../../../algorithms/index.ts'
import { delays } from '../../../engine/index.ts'
import { historyOf, runCell, violations } from '../../helpers/run.ts'

const parts = { topology: 'complete', delay: 'constant', inputs: 'ids=ascending', seed: 1 } as const

test('two processors that ask at time 0 enter one after the other, at times 2 and 3.5', () => {
  // By hand: both requests carry time 1, so p_0, the smaller identifier, is first. At time 1 each has the other's request:
  // p_1 replies and p_0 defers. The reply arrives at 2, p_0 enters, holds for 0.5 and replies at 2.5; p_1 enters at 3.5
  // and leaves at 4. Two requests and two replies.
  const workload = 'closed:operations=1,hold=0.5,mean=0'
  const { execution, history } = historyOf(ricartAgrawala, { ...parts, n: 2, workload })
  assert.deepEqual(
    history.map((event) => [
      event.kind === 'invocation' ? event.operation : event.kind,
      event.processor,
      event.time,
    ]),
    [
      ['acquire', 0, 0],
      ['acquire', 1, 0],
      ['response', 0, 2],
      ['release', 0, 2.5],
      ['response', 0, 2.5],
      ['response', 1, 3.5],
      ['release', 1, 4],
      ['response', 1, 4],
    ],
  )
  assert.equal(execution.measures.messages, 4)
  assert.equal(execution.measures.time, 3.5)
  // p_1 waits for 3.5, and once somebody else goes first; it enters one unit after the release.
  const { completed, response, responseMean, bypass, syncDelay } = execution.measures.operations!
  assert.deepEqual(
    { completed, response, responseMean, bypass, syncDelay },
    { completed: 2, response: 3.5, responseMean: 2.75, bypass: 1, syncDelay: 1 },
  )
})

test('a processor that is alone in asking enters after two units, with 2(n − 1) messages each time', () => {
  const workload = 'closed:operations=3,processors=4'
  const { execution } = runCell(ricartAgrawala, { ...parts, n: 7, workload })
  assert.equal(execution.measures.messages, 3 * 2 * 6)
  assert.ok(Math.abs(execution.measures.operations!.response! - 2) < 1e-9)
  assert.equal(execution.measures.operations!.syncDelay, null)
})

test('with every delay and every load, all claims hold and nobody is inside with another', () => {
  const loads = ['closed', 'saturated', 'closed:mean=9', 'open:rate=2', 'once', 'closed:k=1']
  const families = delays.entries.filter(({ name }) => !/^(distance|worst|matrix|sampled|table)$/.test(name))
  for (const n of [2, 3, 8])
    for (const workload of loads) {
      for (const { name } of families)
        for (let seed = 1; seed <= 3; seed++) {
          const run = runCell(ricartAgrawala, { topology: 'complete', delay: name, n, workload, seed })
          assert.deepEqual(violations(run), [], `${workload}, ${name}, n = ${n}, seed ${seed}`)
        }
      const rounds = runCell(ricartAgrawala, {
        topology: 'complete',
        timing: 'synchronous',
        n,
        workload,
        seed: 5,
      })
      assert.deepEqual(violations(rounds), [], `${workload}, in rounds, n = ${n}`)
    }
})
