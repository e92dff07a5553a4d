import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InputError } from '../../../../engine/index.ts'
import { makeCharts, type Results } from '../../../../reports/index.ts'
import { describe } from '../../../../reports/statistics/describe.ts'
import { ringElection } from '../../../helpers/samples.ts'
import { stockResults } from '../../../helpers/stock-results.ts'

interface Cell {
  readonly panel: string
  readonly column: number
  readonly line: number
  readonly value: number
  readonly text: string
}

function draw(results: Results, spec: string) {
  const [chart, ...more] = makeCharts(results, undefined, [spec])
  assert.deepEqual(more, [])
  return { ...chart!, cells: (chart!.spec as unknown as { datasets: { cells: Cell[] } }).datasets.cells }
}

test('wrappers compete for the algorithm inside: the cheapest, and what the next costs over that', () => {
  const { cells, data, caption } = draw(
    stockResults('price-of-synchrony', {
      algorithms: ['bfs-sync', 'floodmax'],
      over: ['alpha', 'beta', 'simple'],
      topologies: ['ring', 'complete'],
      sizes: [4, 10],
      replicates: 2,
    }),
    'cheapest:x=n,y=topology',
  )
  // By hand, of the breadth-first tree: it sends A = 2m − (n − 1) messages in R = ecc + 1 rounds. The simple synchronizer sends
  // 2m R, β 2A + 2(n − 1)R, α 2A + 2m R. On a ring m = n and R = n/2 + 1: with n = 4 that is 24, 28 and 34, and 28/24 = 1.17;
  // with n = 10 it is 120, 130 and 142, and 130/120 = 1.08. On a complete graph R = 2: 2n(n − 1), and β 2(n − 1)(n + 1),
  // which is (n + 1)/n as much.
  const tree = cells.filter(({ panel }) => panel.startsWith('Breadth'))
  assert.deepEqual(
    tree.map(({ column, line, value, text }) => [column, line, value, text]),
    [
      [0, 0, 0, '1.17'],
      [1, 0, 0, '1.08'],
      [0, 1, 0, '1.25'],
      [1, 1, 0, '1.1'],
    ],
  )
  assert.equal(cells.length, 8)
  assert.match(caption, /who is cheapest in messages/)
  // What is written beside the figure has all who compete, the cheapest of each cell first.
  assert.equal(data.length, 3 * 8)
  assert.deepEqual(
    data.slice(0, 3).map(({ algorithm, median }) => [algorithm, median]),
    [
      ['bfs-sync over simple', 24],
      ['bfs-sync over beta', 28],
      ['bfs-sync over alpha', 34],
    ],
  )
})

test('where nothing is in a wrapper, algorithms compete: the winner of each cell has the least median', () => {
  const results = ringElection({ sizes: [16, 64, 256], replicates: 3 })
  const { cells, data } = draw(results, 'cheapest:x=n,y=inputs')
  assert.equal(cells.length, 9)
  for (const { n, inputs, algorithm, over_least } of data) {
    const medians = results.groups
      .filter(({ key }) => key.n === n && key.inputs === inputs)
      .map(({ key, complete }) => ({
        name: key.algorithm,
        median: describe(complete.map(({ messages }) => messages!))!.median,
      }))
    const least = Math.min(...medians.map(({ median }) => median))
    const own = medians.find(({ name }) => name === algorithm)!.median
    assert.equal(over_least, Number((own / least).toPrecision(3)))
  }
})

test('there is no map of what is not varied, and sides that are none are refused', () => {
  const results = ringElection({ sizes: [16, 64], replicates: 2 })
  assert.deepEqual(makeCharts(results, undefined, ['cheapest:x=n,y=topology']), [])
  assert.throws(
    () => makeCharts(results, undefined, ['cheapest:x=n,y=n']),
    new InputError('chart cheapest: x and y are both n'),
  )
})
