import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../../experiments/cell/row.ts'
import { chanceOf } from '../../../reports/changes/chance.ts'
import { compareResults } from '../../../reports/changes/compare-results.ts'
import { pairedRatio, unpairedRatio } from '../../../reports/changes/ratio-of-costs.ts'
import { analyse, type Results } from '../../../reports/index.ts'
import fc from '../../helpers/property.ts'
import { makeAlgorithm, makeManifest, makeRow } from '../../helpers/samples.ts'

const results = (rows: readonly Row[]): Results =>
  analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')]))

/** One point whose runs cost so many messages, with the seeds 1, 2, … or from another one on. */
const point = (costs: readonly number[], firstSeed = 1): Row[] =>
  costs.map((messages, replicate) =>
    makeRow({ messages, time: null, replicate, seed: firstSeed + replicate }),
  )

const close = (a: number, b: number) => assert.ok(Math.abs(a - b) <= 1e-9 * Math.abs(b), `${a} is not ${b}`)

test('runs on the same instances are compared in pairs: a tenth more each is a tenth more without doubt', () => {
  const [change] = compareResults(results(point([100, 2000])), results(point([110, 2200])), 0.05).costs
  const { ratio, interval, verdict, paired, before, now } = change!
  assert.deepEqual(
    { verdict, paired, before, now },
    { verdict: 'rise', paired: true, before: 1050, now: 1155 },
  )
  for (const value of [ratio, interval!.low, interval!.high]) close(value, 1.1)
})

test('a change within the threshold is none, and one the other way is a fall', () => {
  const [a, b] = [results(point([100, 2000])), results(point([110, 2200]))]
  assert.equal(compareResults(a, b, 0.11).costs[0]!.verdict, 'same')
  assert.equal(compareResults(b, a, 0.05).costs[0]!.verdict, 'fall')
})

test('on other instances, a change within the spread is unclear', () => {
  const [change] = compareResults(
    results(point([100, 200, 150])),
    results(point([120, 220, 170], 50)),
    0.05,
  ).costs
  assert.equal(change!.paired, false)
  assert.equal(change!.verdict, 'unclear')
})

test('the interval of unpaired costs is Welch’s, of the difference of two means of logarithms', () => {
  // Logarithms 0 and 2 before, 1 and 3 now: means 1 and 2, variances 2, so that the standard error is √(2/2 + 2/2) = √2 and
  // there are (1 + 1)² / (1² + 1²) = 2 degrees of freedom: t = 4.30265, and the half width is 6.08487.
  const { ratio, interval } = unpairedRatio([1, Math.E ** 2], [Math.E, Math.E ** 3])
  close(ratio, Math.E)
  assert.ok(Math.abs(Math.log(interval!.high) - (1 + 6.08487)) < 1e-4)
  assert.ok(Math.abs(Math.log(interval!.low) - (1 - 6.08487)) < 1e-4)
})

test('a rise is one only if its interval lies beyond the threshold, not just beyond 1', () => {
  // Ratios 1.04, 1.08 and 1.12: their mean is 1.0795 and the interval by Student's t is 0.985 … 1.183; with 30 of each it
  // is 1.066 … 1.093, beyond 1.05 and not beyond 1.07.
  const costs = (count: number) => Array.from({ length: count }, (_, i) => 100 + i)
  const now = (count: number) => costs(count).map((cost, i) => cost * [1.04, 1.08, 1.12][i % 3]!)
  const verdict = (count: number, threshold: number) =>
    compareResults(results(point(costs(count))), results(point(now(count))), threshold).costs[0]!.verdict
  assert.deepEqual([verdict(3, 0.05), verdict(30, 0.05), verdict(30, 0.07)], ['unclear', 'rise', 'unclear'])
})

test('a single sampled run says nothing of chance; a cost that is no sample is compared as it is', () => {
  const verdict = (evidence: 'sampled' | 'searched') =>
    compareResults(
      results([makeRow({ messages: 100, time: null, evidence })]),
      results([makeRow({ messages: 120, time: null, evidence })]),
      0.05,
    ).costs[0]!.verdict
  assert.deepEqual([verdict('sampled'), verdict('searched')], ['unclear', 'rise'])
})

test('costs of 0, which have no logarithm, are compared as they are', () => {
  const verdict = (a: readonly number[], b: readonly number[]) =>
    compareResults(results(point(a)), results(point(b)), 0.05).costs[0]!.verdict
  assert.equal(verdict([0, 0, 0, 0], [50, 55, 52, 53]), 'rise')
  assert.equal(verdict([0, 9, 0, 0], [0, 0, 12, 0]), 'unclear')
})

test('samples that happen not to vary are no proof on other instances', () => {
  // Of the 4! / (2! 2!) = 6 ways to split four costs in two, two are as extreme: a chance of 1/3.
  assert.equal(chanceOf({ before: [10, 10], now: [12, 12], paired: false }, 0.05), 1 / 3)
  assert.equal(chanceOf({ before: [10, 10], now: [12, 12], paired: true }, 0.05), 0)
})

test('costs of nothing have a ratio where they have one, and no interval', () => {
  assert.deepEqual(pairedRatio([0, 0], [0, 0]), { ratio: 1, interval: null })
  assert.deepEqual(pairedRatio([0, 2], [1, 3]), { ratio: 2, interval: null })
  assert.deepEqual(pairedRatio([0], [1]), { ratio: Number.POSITIVE_INFINITY, interval: null })
})

const costs = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 8 })

test('results compared with themselves are the same; compared the other way round, the ratio is the inverse', () => {
  fc.assert(
    fc.property(costs, costs, fc.boolean(), (a, b, paired) => {
      const [older, newer] = [results(point(a)), results(point(b, paired ? 1 : 100))]
      for (const { verdict, ratio } of compareResults(older, older, 0).costs)
        assert.deepEqual({ verdict, ratio }, { verdict: 'same', ratio: 1 })
      const [there, back] = [compareResults(older, newer, 0.05), compareResults(newer, older, 0.05)]
      close(there.costs[0]!.ratio, 1 / back.costs[0]!.ratio)
    }),
  )
})

test('runs that fail now and points that are gone are told', () => {
  const before = results([...point([10, 20]), makeRow({ n: 32 })])
  const failed = { outcome: 'failed', messages: null, time: null } as const
  const now = results([...point([10, 20]).map((row) => ({ ...row, ...failed })), makeRow({ n: 64 })])
  const { costs, troubles, onlyBefore, onlyNow, points } = compareResults(before, now, 0.05)
  assert.equal(points, 1)
  assert.deepEqual(costs, [])
  assert.deepEqual(
    troubles.map(({ kind, before, now }) => ({ kind, before, now })),
    [{ kind: 'failed', before: 0, now: 2 }],
  )
  assert.deepEqual(
    [onlyBefore, onlyNow].map(([row]) => row!.n),
    [32, 64],
  )
})
