import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnyAlgorithm, execute, formal, HeapQueue } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { cases, delaysOf, problemOf } from './random-cases.ts'
import { alphabet, specs } from './random-faults.ts'
import { randomMachine, randomRoundMachine } from './random-machine.ts'
import { assertSame, planOf } from './same-with-faults.ts'

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
