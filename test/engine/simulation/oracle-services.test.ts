import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createWorkload,
  type Execution,
  execute,
  formal,
  HeapQueue,
  type HistoryEvent,
  Streams,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { cases, delaysOf, problemOf } from './random-cases.ts'
import { loads, randomServer } from './random-service.ts'

/** The fast engine's execution and history are the literal ones. */
function assertSame(fast: Execution, history: readonly HistoryEvent[], literal: formal.TimedExecution): void {
  const { processors } = formal.last(literal)
  assert.deepEqual(history, formal.history(literal))
  assert.deepEqual(
    fast.final.states,
    processors.map(({ state }) => state),
  )
  assert.equal(fast.measures.messages, formal.messageCount(literal))
  assert.equal(fast.measures.time * fast.measures.timeUnit, formal.time(literal))
  assert.equal(formal.hasLegalTimes(literal), true)
}

test('what is asked and answered is what the definitions say: 600 random algorithms, loads and delays', () => {
  let answers = 0
  fc.assert(
    fc.property(cases, loads, fc.constantFrom('rounds', 'queue', 'timed'), (parts, workload, how) => {
      const { seed } = parts
      const { instance } = problemOf(parts)
      if (instance.network.n < 2) return
      const algorithm = randomServer(parts.program)
      const { model, next } = delaysOf(parts)
      const history: HistoryEvent[] = []
      const timing =
        how === 'rounds'
          ? ({ kind: 'synchronous' } as const)
          : ({ kind: 'asynchronous', delays: model } as const)
      const fast = execute(algorithm, instance, timing, {
        seed,
        workload,
        historian: (event) => history.push(event),
        ...(how === 'queue' && { queue: new HeapQueue() }),
      })
      const asked = createWorkload(algorithm, instance, new Streams(seed), workload)
      const clock =
        how === 'rounds'
          ? ({ kind: 'synchronous' } as const)
          : ({ kind: 'asynchronous', delay: next } as const)
      const literal = formal.runTimed({ algorithm, instance, seed }, clock, Number.POSITIVE_INFINITY, asked)
      assertSame(fast, history, literal)
      answers += history.filter(({ kind }) => kind === 'response').length
    }),
    { numRuns: 600, seed: 1 },
  )
  assert.ok(answers > 3000, `only ${answers} answers`)
})
