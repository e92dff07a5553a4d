import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AnyAlgorithm,
  type ComputedInstance,
  createFaults,
  type Execution,
  execute,
  formal,
  HeapQueue,
  Streams,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { cases, delaysOf, problemOf } from './random-cases.ts'
import { alphabet, specs } from './random-faults.ts'
import { randomMachine, randomRoundMachine } from './random-machine.ts'

/** Two executions of which nothing is the same but what determines them. */
interface Both {
  readonly fast: Execution
  readonly literal: formal.TimedExecution
}

function assertSame({ fast, literal }: Both): void {
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

/** What happened in an execution, so that the cases are seen to have faults. */
const seen = new Map<string, number>()
const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)

function noteFaults({ events }: formal.TimedExecution): void {
  for (const event of events)
    if (event.kind !== 'comp') note(event.kind)
    else if (event.recovers) note('recovers')
    else if (event.last) note('last')
    else if (event.lies) note('lies')
}

const planOf = (
  spec: string,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  rounds: boolean,
  seed: number,
) => createFaults(spec, algorithm, instance, rounds ? 'synchronous' : 'asynchronous', new Streams(seed))

test('faults are as the definitions say in asynchronous executions: 600 random algorithms and faults', () => {
  fc.assert(
    fc.property(cases, specs, fc.boolean(), (parts, spec, heap) => {
      const { seed } = parts
      const { instance } = problemOf(parts)
      const algorithm = { ...randomMachine(parts.program), alphabet } as AnyAlgorithm
      const plan = () => planOf(spec, algorithm, instance, false, seed)
      const { model, next } = delaysOf(parts)
      const timing = { kind: 'asynchronous', delays: model } as const
      const fast = execute(algorithm, instance, timing, {
        seed,
        faults: plan(),
        ...(heap && { queue: new HeapQueue() }),
      })
      const literal = formal.runTimed(
        { algorithm, instance, seed, faults: plan() },
        { kind: 'asynchronous', delay: next },
      )
      assertSame({ fast, literal })
      assert.equal(formal.hasLegalTimes(literal), true)
      noteFaults(literal)
    }),
    { numRuns: 600, seed: 1 },
  )
  for (const kind of ['last', 'recovers', 'missed', 'lies', 'omitted', 'lost', 'unheard', 'copied', 'del'])
    assert.ok((seen.get(kind) ?? 0) > 50, `${kind}: ${seen.get(kind)}`)
})

test('faults are as the definitions say in rounds: 600 random algorithms of both styles and faults', () => {
  seen.clear()
  fc.assert(
    fc.property(cases, specs, fc.boolean(), (parts, spec, roundDriven) => {
      const { seed } = parts
      const { instance } = problemOf(parts)
      const machine = roundDriven ? randomRoundMachine(parts.program) : randomMachine(parts.program)
      const algorithm = { ...machine, alphabet } as AnyAlgorithm
      const plan = () => planOf(spec, algorithm, instance, true, seed)
      const fast = execute(algorithm, instance, { kind: 'synchronous' }, { seed, faults: plan() })
      const system = { algorithm, instance, seed, faults: plan() }
      const literal = formal.runTimed(system, { kind: 'synchronous' })
      assertSame({ fast, literal })
      noteFaults(literal)
    }),
    { numRuns: 600, seed: 2 },
  )
  for (const kind of ['last', 'recovers', 'missed', 'lies', 'omitted', 'lost', 'unheard', 'copied', 'del'])
    assert.ok((seen.get(kind) ?? 0) > 50, `${kind}: ${seen.get(kind)}`)
})
