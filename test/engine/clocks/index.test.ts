import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClockSpec, createClocks, Streams, timeoutAt } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'

const everyRule: readonly ClockSpec[] = [
  'perfect',
  'offset',
  'offset:max=0.5',
  'given:0+2.5+1',
  'drift',
  'drift:rho=0.9,stretch=0.25,max=3',
]

/** How far a rate may be from 1, and how far a clock may be ahead at first. */
const bounds = (spec: string): { readonly rho: number; readonly max: number } => {
  const value = (key: string) => Number(new RegExp(`${key}=([\\d.]+)`).exec(spec)?.[1] ?? Number.NaN)
  if (spec.startsWith('given')) return { rho: 0, max: 2.5 }
  const rho = spec.startsWith('drift') ? value('rho') || 0.01 : 0
  return { rho, max: spec.startsWith('offset') ? value('max') || 10 : value('max') || 0 }
}

for (const spec of everyRule)
  test(`${spec}: clocks keep their bounds, and show a reading when they say that they do`, () => {
    const { rho, max } = bounds(spec)
    const times = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(fc.nat(), times, (seed, unsorted) => {
        const [first, second] = [0, 1].map(() => createClocks(spec, 3, new Streams(seed)))
        const sorted = unsorted.toSorted((a, b) => a - b)
        for (const [p, clock] of first!.entries()) {
          const start = clock.at(0)
          assert.ok(start >= 0 && start <= max)
          let [time, reading] = [0, start]
          for (const next of sorted) {
            const shows = clock.at(next)
            const slack = 1e-9
            assert.ok(shows - reading <= (1 + rho) * (next - time) + slack, 'not too fast')
            assert.ok(shows - reading >= (1 - rho) * (next - time) - slack, 'not too slow')
            assert.ok(Math.abs(clock.when(shows) - next) <= 1e-6)
            const due = timeoutAt(clock, next, 0.3)
            assert.ok(due > next && clock.at(due) >= shows + 0.3, 'a timer does not go off too early')
            assert.ok(due <= next + 0.3 / (1 - rho) + slack, 'nor too late')
            ;[time, reading] = [next, shows]
          }
          // Whoever asks in another order gets the same clock.
          for (const next of sorted.toReversed()) assert.equal(second![p]!.at(next), clock.at(next))
        }
      }),
      { numRuns: 50 },
    )
  })
