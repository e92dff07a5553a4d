import assert from 'node:assert/strict'
import {
  type AnyAlgorithm,
  type ComputedInstance,
  createFaults,
  type Execution,
  formal,
  Streams,
} from '../../../engine/index.ts'

/** Two executions of which nothing is the same but what determines them. */
interface Both {
  readonly fast: Execution
  readonly literal: formal.TimedExecution
}

/** Asserts that the fast engine and the literal model come to the same. */
export function assertSame({ fast, literal }: Both): void {
  const final = formal.last(literal)
  const { processors } = final
  assert.deepEqual(
    fast.final.states,
    processors.map(({ state }) => state),
  )
  const view = formal.view(final, true)
  for (const p of processors.keys()) {
    assert.equal(fast.final.terminated(p), view.terminated(p), `p_${p} terminated`)
    assert.equal(fast.final.faulty!(p), view.faulty!(p), `p_${p} faulty`)
  }
  assert.equal(fast.measures.faulty, processors.filter(({ failed }) => failed).length)
  assert.equal(fast.measures.messages, formal.messageCount(literal))
  assert.equal(fast.measures.initiators, formal.initiatorCount(literal))
  assert.equal(fast.measures.time * fast.measures.timeUnit, formal.time(literal))
  const byType = Object.values(fast.measures.messagesByType).reduce((sum, count) => sum + count, 0)
  assert.equal(byType, fast.measures.messages)
  const steps = literal.events.filter(
    (event, i) =>
      event.kind === 'comp' &&
      literal.configurations[i]!.processors[event.processor]!.status !== 'terminated',
  )
  assert.equal(fast.measures.compEvents, steps.length)
}

/** The faults of a spec, from the seed alone: each execution needs a plan of its own. */
export const planOf = (
  spec: string,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  rounds: boolean,
  seed: number,
) => createFaults(spec, algorithm, instance, rounds ? 'synchronous' : 'asynchronous', new Streams(seed))
