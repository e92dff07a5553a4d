import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Row } from '../../../experiments/cell/row.ts'
import { comparisonColumns, comparisonsCsv } from '../../../reports/csv/comparisons-csv.ts'
import { comparisonField } from '../../../reports/formats/comparison-fields.ts'
import { Replays } from '../../../reports/html/replays.ts'
import { tableMarkup } from '../../../reports/html/table.ts'
import { analyse, comparisons, type Results } from '../../../reports/index.ts'
import { comparisonPageTable } from '../../../reports/tables/comparison-table.ts'
import { comparisonWords } from '../../../reports/wording/comparison.ts'
import fc from '../../helpers/property.ts'
import { makeAlgorithm, makeManifest, makeRow, range, ringElection } from '../../helpers/samples.ts'

/** Runs of a, then of b, with these messages, replicate by replicate. */
function paired(
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  given: Partial<Row> = {},
): Results {
  const runs = (algorithm: string, costs: readonly (number | null)[]) =>
    costs.map((messages, replicate) =>
      makeRow({ algorithm, messages, time: null, replicate, seed: replicate, ...given }),
    )
  const rows = [...runs('a', a), ...runs('b', b)]
  return analyse(rows, makeManifest(rows, [makeAlgorithm('a', 'A'), makeAlgorithm('b', 'B')]))
}

test('the ratio of 10, 20, 40 against 20, 20, 10 is the geometric mean of 2, 1, 1/4', () => {
  // By hand: (2 · 1 · 1/4)^(1/3) = 2^(−1/3).
  const [found, ...rest] = comparisons(paired([10, 20, 40], [20, 20, 10]))
  assert.equal(rest.length, 0)
  const { other, pairs, wins, ties, losses, ratio, interval, verdict } = found!
  assert.deepEqual([other, pairs, wins, ties, losses], ['b', 3, 1, 1, 1])
  assert.ok(Math.abs(ratio! - 2 ** (-1 / 3)) < 1e-12)
  // Three instances are too few to draw again from.
  assert.deepEqual([interval, verdict], [null, null])
})

test('a constant factor has an interval of one point, whatever the instances cost', () => {
  const costs = range(8).map((i) => 10 + i ** 3)
  const [found] = comparisons(
    paired(
      costs,
      costs.map((cost) => 2 * cost),
    ),
  )
  const { ratio, interval, verdict } = found!
  assert.ok(Math.abs(ratio! - 2) < 1e-12 && interval!.high - interval!.low < 1e-12)
  assert.equal(verdict, 'more')
  assert.equal(comparisons(paired(costs, costs))[0]!.verdict, 'equal')
})

test('an interval that contains 1 decides nothing', () => {
  const [found] = comparisons(paired([10, 20, 30, 40, 50, 60], [20, 10, 33, 41, 47, 61]))
  assert.ok(found!.interval!.low < 1 && 1 < found!.interval!.high)
  assert.equal(found!.verdict, 'undecided')
  assert.match(comparisonWords(found!), /the interval contains 1: undecided$/)
})

test('to compare the other way round turns the ratio over', () => {
  const costs = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
    minLength: 1,
    maxLength: 9,
  })
  fc.assert(
    fc.property(costs, (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
      const [there] = comparisons(paired(a, b))
      const [back] = comparisons(paired(b, a))
      assert.ok(Math.abs(there!.ratio! * back!.ratio! - 1) < 1e-9)
      assert.deepEqual([there!.wins, there!.ties], [back!.losses, back!.ties])
    }),
  )
})

test('only instances that both finished are compared, and only costs that are there', () => {
  const results = paired([10, null, 30, 40], [20, 20, 30, null])
  assert.deepEqual(
    comparisons(results).map(({ pairs, losses, ties }) => [pairs, losses, ties]),
    [[2, 1, 1]],
  )
  assert.deepEqual(comparisons(paired([1, 2], [1, 2], { outcome: 'budget' })), [])
})

test('where one of them costs nothing there is no ratio; where both do, they cost the same', () => {
  assert.equal(comparisons(paired([0, 5, 5, 5, 5], [1, 5, 5, 5, 5]))[0]!.ratio, null)
  assert.equal(comparisons(paired([0, 5, 5, 5, 5], [0, 5, 5, 5, 5]))[0]!.verdict, 'equal')
})

test('each pair of algorithms is compared once in each setting and size, and one more changes none', () => {
  const sizes = [16, 64]
  const results = ringElection({ sizes, replicates: 6 })
  const all = comparisons(results)
  // One pair, three choices of identifiers, two sizes, two measures.
  assert.equal(all.length, 3 * 2 * 2)
  const fewer = comparisons(ringElection({ sizes: [16], replicates: 6 }))
  assert.deepEqual(
    fewer.map(({ ratio, interval }) => [ratio, interval]),
    all.filter(({ key }) => key.n === 16).map(({ ratio, interval }) => [ratio, interval]),
  )
})

test('comparisons.csv has its documented columns and one line per comparison', () => {
  const all = comparisons(ringElection({ sizes: [16], replicates: 6 }))
  const lines = parse(comparisonsCsv(all), { columns: true }) as Record<string, string>[]
  assert.deepEqual(Object.keys(lines[0]!), [...comparisonColumns])
  assert.equal(lines.length, all.length)
  for (const column of comparisonColumns) assert.ok(comparisonField(column)?.description, column)
})

test('the page says of each comparison what its interval allows, and shows names as text', () => {
  const runs = (algorithm: string, n: number, costs: readonly number[]) =>
    costs.map((messages, replicate) =>
      makeRow({ algorithm, n, messages, time: null, replicate, seed: replicate }),
    )
  const rows = [8, 64].flatMap((n) => [
    ...runs('a', n, [10, 20, 30, 40, 50, 60]),
    ...runs('b', n, n === 8 ? [20, 40, 60, 80, 100, 120] : [20, 10, 33, 41, 47, 61]),
  ])
  const results = analyse(rows, makeManifest(rows, [makeAlgorithm('a', 'A'), makeAlgorithm('b', '<b>')]))
  const table = comparisonPageTable(results, comparisons(results))
  const { text } = tableMarkup(table, new Replays(results, () => ''))!
  assert.match(text, /<td>2 times the messages</)
  assert.match(text, /the interval contains 1: undecided</)
  assert.match(text, /&lt;b&gt;</)
  assert.doesNotMatch(text, /<b>/)
})
