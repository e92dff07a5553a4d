import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClocks, execute, formal, HeapQueue, Streams } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { cases, delaysOf, problemOf } from './random-cases.ts'
import { randomTimers } from './random-timers.ts'

const rules = fc.constantFrom('perfect', 'offset:max=3', 'drift:rho=0.3,stretch=0.7,max=1')

test('clocks and timers are as the definitions say: 400 random algorithms, clocks and delays', () => {
  let timeouts = 0
  fc.assert(
    fc.property(cases, rules, fc.boolean(), (parts, rule, heap) => {
      const { seed } = parts
      const { instance: plain } = problemOf(parts)
      const clocks = () => createClocks(rule, plain.network.n, new Streams(seed))
      const instance = plain.with({ clocks: clocks() })
      const algorithm = randomTimers(parts.program)
      const { model, next } = delaysOf(parts)
      const fast = execute(
        algorithm,
        instance,
        { kind: 'asynchronous', delays: model },
        { seed, ...(heap && { queue: new HeapQueue() }) },
      )
      const literal = formal.runTimed(
        { algorithm, instance: plain.with({ clocks: clocks() }), seed },
        { kind: 'asynchronous', delay: next },
      )
      const { processors } = formal.last(literal)
      assert.deepEqual(
        fast.final.states,
        processors.map(({ state }) => state),
      )
      assert.equal(fast.measures.messages, formal.messageCount(literal))
      assert.equal(fast.measures.time * fast.measures.timeUnit, formal.time(literal))
      assert.equal(formal.hasLegalTimes(literal), true)
      timeouts += literal.events.filter(
        (event) => event.kind === 'comp' && (event.due ?? []).length > 0,
      ).length
    }),
    { numRuns: 400, seed: 1 },
  )
  assert.ok(timeouts > 3000, `only ${timeouts} timeouts`)
})
