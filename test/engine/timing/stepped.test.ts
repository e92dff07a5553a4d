import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import { type Cell, execute, prepareCell } from '../../../engine/index.ts'
import { Steps } from '../../../engine/timing/steps.ts'
import fc from '../../helpers/property.ts'

test('the next step is the first one not before, and each period has exactly one', () => {
  const periods = fc.double({ min: 1e-3, max: 0.49, noNaN: true })
  fc.assert(
    fc.property(
      periods,
      fc.nat(),
      fc.nat(1000),
      fc.double({ min: 0, max: 50, noNaN: true }),
      (period, key, p, t) => {
        const steps = new Steps(period, key)
        const next = steps.next(p, t)
        assert.ok(next >= t && next - t < 2 * period * (1 + 1e-12))
        assert.equal(steps.next(p, next), next)
        // The steps from 0 on, one after the other, are one in each period.
        let step = steps.next(p, 0)
        for (let k = 0; k < 20; k++) {
          assert.ok(step >= k * period * (1 - 1e-12) && step <= (k + 1) * period * (1 + 1e-12))
          step = steps.next(p, step * (1 + 2 ** -50) + 1e-300)
        }
      },
    ),
  )
})

test('steps depend on the processor and on the key', () => {
  const firsts = [0, 1, 2, 3].map((p) => new Steps(0.2, 5).next(p, 0))
  assert.equal(new Set(firsts).size, 4)
  assert.notEqual(new Steps(0.2, 6).next(0, 0), firsts[0])
})

test('messages wait for a step, in which all that has arrived is processed together; the wait counts in the delay', () => {
  const period = 0.3
  for (let seed = 0; seed < 20; seed++) {
    const cell: Cell = {
      algorithm: 'flooding',
      timing: 'asynchronous',
      topology: 'complete',
      n: 9,
      delay: `stepped:period=${period}`,
      wakeup: 'root',
      faults: 'none',
      inputs: 'root=first',
      replicate: 0,
      seed,
    }
    const { instance, timing } = prepareCell(flooding, cell, () => '')
    /** By processor: the times of its events that process messages, and how many messages each takes. */
    const events: Map<number, number>[] = Array.from({ length: 9 }, () => new Map())
    let current = { processor: 0, time: 0 }
    const { measures } = execute(flooding, instance, timing, {
      observer: {
        begins: (processor, time) => {
          current = { processor, time }
        },
        wakes: () => {},
        processes: () => {
          const own = events[current.processor]!
          own.set(current.time, (own.get(current.time) ?? 0) + 1)
        },
        sends: () => {},
        ends: () => {},
      },
    })
    for (const own of events) {
      const periods = [...own.keys()].map((time) => Math.floor(time / period))
      assert.equal(new Set(periods).size, periods.length, 'one step in a period')
    }
    const most = Math.max(...events.flatMap((own) => [...own.values()]))
    assert.ok(most > 1, 'some step takes several messages')
    // More than any time in transit, which is at most 0.4, and at most 1.
    assert.ok(measures.delayMax > 0.4 && measures.delayMax <= 1)
  }
})
