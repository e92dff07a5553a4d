import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimVerdicts, comparisons, tightness } from '../../../reports/index.ts'
import { comparisonPaperTable } from '../../../reports/tables/comparison-table.ts'
import { costTable } from '../../../reports/tables/cost-table.ts'
import { growthPaperTable } from '../../../reports/tables/growth-table.ts'
import { chosenSizes } from '../../../reports/tables/table.ts'
import { tightnessPaperTable } from '../../../reports/tables/tightness-table.ts'
import { verdictPaperTable } from '../../../reports/tables/verdict-table.ts'
import { doubling, realNetworks, ringElection, treeSweep, worstCaseSweep } from '../../helpers/samples.ts'

test('at most five sizes are shown, the smallest and the largest among them', () => {
  assert.deepEqual(chosenSizes([64, 16, 32, 16]), [16, 32, 64])
  assert.deepEqual(chosenSizes(doubling(16, 4096)), [16, 64, 256, 1024, 4096])
})

test('the table of costs has a line for each algorithm on each network, and a median for each size', () => {
  const { columns, lines } = costTable(treeSweep({ sizes: [16, 64], replicates: 4 }), 'messages')!
  assert.deepEqual(
    columns.map(({ title }) => title),
    ['Algorithm', 'Topology', 'n = 16', 'n = 64', 'Bound', 'Ratio'],
  )
  assert.equal(lines.length, 3 * 4)
  // Flooding on a ring: 2n − (n − 1) = 17 and 65, exactly its bound.
  assert.deepEqual(lines[0]!.slice(0, 4), ['Flooding', 'Ring', 17, 65])
  assert.equal(lines[0]![5], 1)
})

test('networks that have one size each have their n beside the median', () => {
  const { columns, lines } = costTable(realNetworks(), 'messages')!
  assert.deepEqual(
    columns.slice(2, 5).map(({ title }) => title),
    ['n', 'Median', 'Largest'],
  )
  // Flooding on NSFNET: 2 · 21 − 13 = 29.
  assert.deepEqual(lines[1]!.slice(2, 5), [14, 29, 29])
})

test('the table of comparisons has messages first, and parentheses where nothing is decided', () => {
  const results = ringElection({ sizes: [16, 64], replicates: 3 })
  const { lines } = comparisonPaperTable(results, comparisons(results))!
  assert.deepEqual(
    lines.map((cells) => cells[3]),
    ['messages', 'messages', 'messages', 'time', 'time', 'time'],
  )
  // Three instances are too few for an interval.
  assert.ok(lines.every((cells) => Array.isArray(cells[4])))
})

test('the table of tightness has the messages of a setting before its times, each by size', () => {
  const results = worstCaseSweep({ sizes: [3, 4, 8] })
  const { lines } = tightnessPaperTable(results, tightness(results))!
  assert.deepEqual(
    lines.slice(0, 6).map((cells) => cells.slice(1, 3)),
    [
      [3, 'messages'],
      [4, 'messages'],
      [8, 'messages'],
      [3, 'time'],
      [4, 'time'],
      [8, 'time'],
    ],
  )
})

test('the table of growth names the class, and a topology only where there are several', () => {
  const { columns, lines } = growthPaperTable(ringElection({ sizes: doubling(16, 1024), replicates: 6 }))!
  assert.deepEqual(
    columns.slice(0, 4).map(({ title }) => title),
    ['Algorithm', 'Inputs', 'Measure', 'Grows like'],
  )
  // n(n + 3)/2 messages with the worst identifiers.
  const worst = lines.find((cells) => cells[1] === 'Worst identifiers' && cells[2] === 'messages')!
  assert.deepEqual(worst[3], [{ formula: 'n²' }])
})

test('the ratio of a claim says how it was found if it was not sampled', () => {
  const { lines } = verdictPaperTable(claimVerdicts(worstCaseSweep()))!
  // The sample reaches all of the bound on time minus 1 in exact cases: at n = 6, 16 of 17.
  const time = lines.find(
    ([algorithm, measure]) => algorithm === 'Le Lann–Chang–Roberts' && measure === 'time',
  )!
  assert.deepEqual(time[4], [16 / 17, ' (exact)'])
})

test('pairs stand together, and networks that have one size each have their n and the interval', () => {
  const results = realNetworks()
  const { columns, lines } = comparisonPaperTable(results, comparisons(results))!
  assert.deepEqual(
    columns.slice(-3).map(({ title }) => title),
    ['n', 'Ratio', 'Interval'],
  )
  const pairs = lines.map(([algorithm, against, , measure]) => JSON.stringify([algorithm, against, measure]))
  assert.equal(pairs.filter((pair, i) => pair !== pairs[i - 1]).length, new Set(pairs).size)
})
