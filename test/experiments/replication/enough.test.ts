import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Streams } from '../../../engine/index.ts'
import { type Cost, costOf } from '../../../experiments/replication/cost.ts'
import { replicatesWanted } from '../../../experiments/replication/enough.ts'
import { describe } from '../../../reports/statistics/describe.ts'
import fc from '../../helpers/property.ts'
import { makeClaim, makeRow } from '../../helpers/samples.ts'

const proved = { messages: true, time: true }
const unproved = { messages: false, time: true }
const costs = (messages: readonly number[], exact = unproved): Cost[] =>
  messages.map((value) => ({ messages: value, time: 1, exact }))

test('runs that all cost the same are enough if a claim says that every run does', () => {
  assert.equal(replicatesWanted(costs([8, 8, 8], proved), { fraction: 0.01, least: 3 }, 1000), 3)
  assert.equal(replicatesWanted(costs([0, 0], proved), { fraction: 0.01, least: 2 }, 1000), 2)
  const row = makeRow({ shows: [makeClaim({ formula: 'n + 1' })] })
  assert.deepEqual(costOf(row)!.exact, { messages: true, time: false })
  const atMost = makeRow({ shows: [makeClaim({ formula: 'n + 1', kind: 'at most' })] })
  assert.deepEqual(costOf(atMost)!.exact, { messages: false, time: false })
  assert.equal(costOf(makeRow({ outcome: 'failed', messages: null, time: null })), null)
})

test('otherwise equal costs are enough from 150 on: then 3/150 = 2% of the runs may differ', () => {
  const wanted = (count: number) =>
    replicatesWanted(costs(Array(count).fill(8)), { fraction: 0.5, least: 3 }, 1000)
  assert.deepEqual([10, 100, 149, 150].map(wanted), [20, 150, 164, 150])
})

test('one cost that differs is not enough, three on either side of the mean are', () => {
  const wanted = (rare: number) =>
    replicatesWanted(
      costs([...Array(20).fill(100), ...Array(rare).fill(101)]),
      { fraction: 0.5, least: 3 },
      1000,
    )
  // 21 runs with one: twice as many at a time. 22 with two: 3/2 times as many.
  assert.deepEqual([1, 2, 3].map(wanted), [42, 33, 23])
})

test('so many are wanted as the spread calls for: by hand for three times 90 and three times 110', () => {
  // The mean is 100, the standard deviation √(600 / 5) = 10.954, and t for 5 degrees of freedom 2.5706, so the interval
  // is 2 · 2.5706 · 10.954 / √6 = 22.99 wide, 0.2299 of the mean; three costs are on the rarer side, so that its square
  // counts 1 + 5/3 times. For a fraction f that takes 8/3 · (0.2299 / f)² · 6 runs: 5.98, 7.77 and 10.06.
  const sample = costs([90, 90, 90, 110, 110, 110])
  const wanted = (fraction: number, most = 1000) => replicatesWanted(sample, { fraction, least: 4 }, most)
  assert.equal(wanted(0.376), 6)
  assert.equal(wanted(0.375), 7)
  assert.equal(wanted(0.33), 8)
  assert.equal(wanted(0.29), 11)
  // The spread is only an estimate, so at most twice as many at a time; and never more than the most.
  assert.equal(wanted(0.01), 12)
  assert.equal(wanted(0.01, 7), 7)
})

test('the measure with the wider interval decides', () => {
  const sample = [1, 2, 3, 4, 5, 6].map((time) => ({ messages: 100, time, exact: proved }))
  assert.equal(replicatesWanted(sample, { fraction: 0.1, least: 4 }, 1000), 12)
})

test('the interval of costs that vary rarely contains the mean in 9 of 10 sweeps that stop by it', () => {
  // 200 sweeps for each: were the rate 90%, fewer than 85% would come up in 1% of the seeds.
  const random = new Streams(2004).stream('costs that vary rarely')
  for (const [often, rare, fraction] of [
    [0.9, 200, 0.1],
    [0.95, 110, 0.05],
    [0.97, 110, 0.05],
  ] as const) {
    const truth = often * 100 + (1 - often) * rare
    const hits = Array.from({ length: 200 }, () => {
      const values: number[] = []
      for (let wanted = 10; values.length < wanted; ) {
        while (values.length < wanted) values.push(random.uniform() < often ? 100 : rare)
        wanted = replicatesWanted(costs(values), { fraction, least: 10 }, 1000)
      }
      const { low, high } = describe(values)!.interval!
      return low <= truth && truth <= high
    })
    const covered = hits.filter(Boolean).length
    assert.ok(covered >= 170, `${often}: ${covered} of 200`)
  }
})

test('runs that did not come to their end tell nothing, and a group without two others gets no more', () => {
  assert.equal(replicatesWanted([null, null, ...costs([5])], { fraction: 0.1, least: 3 }, 100), 3)
  const some: Cost[] = [null, ...costs([50, 150])]
  assert.equal(replicatesWanted(some, { fraction: 0.1, least: 3 }, 100), 6)
})

test('the number never falls, never passes the most, and does not depend on the order of the runs', () => {
  const sample = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(sample, fc.double({ min: 0.001, max: 1, noNaN: true }), (messages, fraction) => {
      const wanted = replicatesWanted(costs(messages), { fraction, least: 2 }, 50)
      assert.ok(wanted >= messages.length && wanted <= 50)
      assert.equal(replicatesWanted(costs([...messages].reverse()), { fraction, least: 2 }, 50), wanted)
    }),
  )
})
