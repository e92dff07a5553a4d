import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InputError } from '../../../../engine/index.ts'
import { makeCharts } from '../../../../reports/index.ts'
import { stockResults } from '../../../helpers/stock-results.ts'

const results = stockResults('broadcast-challenge', {
  algorithms: ['flooding-broadcast', 'batching-broadcast'],
  topologies: ['star', 'grid'],
  workloads: ['open:rate=0.2'],
  replicates: 3,
})
const spec = 'trade-off:measure=messages_per_operation,for=delivery,series=topology,panel=algorithm'

test('each run is a point whose coordinates are its two costs', () => {
  const [chart, ...more] = makeCharts(results, undefined, [spec])
  assert.deepEqual(more, [])
  const { runs } = (chart!.spec as unknown as { datasets: { runs: Record<string, unknown>[] } }).datasets
  // Flooding is the same in all runs: n − 1 = 24 messages and 2 units on a star; on a grid of 5 × 5 there are 40 channels,
  // so 80 − 24 = 56 messages, and the diameter is 8.
  const flooding = runs.filter(({ panel }) => panel === 'Broadcast by flooding')
  assert.deepEqual(
    flooding.map(({ series, n, value }) => [series, Number((n as number).toFixed(9)), value]),
    [...Array(3).fill(['Star', 2, 24]), ...Array(3).fill(['Grid', 8, 56])],
  )
  assert.equal(runs.length, 12)
})

test('limits are corners in every panel: level up to one cost, upright from there on', () => {
  const [chart] = makeCharts(results, undefined, [`${spec},limits=60@6,proved=on a tree/24@2`])
  const { bounds } = (chart!.spec as unknown as { datasets: { bounds: Record<string, unknown>[] } }).datasets
  const [panel] = new Set(bounds.map((spot) => spot.panel))
  const of = (label: string) =>
    bounds.filter((spot) => spot.panel === panel && spot.label === label).map(({ n, value }) => [n, value])
  const limit = of('limit: 60 and 6')
  assert.deepEqual([limit[0]![1], limit[1], limit[2]![0]], [60, [6, 60], 6])
  const least = of('on a tree: 24 and 2')
  assert.deepEqual([least[0]![0], least[1], least[2]![1]], [2, [2, 24], 24])
  assert.throws(
    () => makeCharts(results, undefined, [`${spec},limits=60`]),
    (error) =>
      error instanceof InputError &&
      error.message ===
        'chart trade-off: limits=60: “60” is no pair of costs; write COST@OTHER+…, such as 60@6',
  )
})

test('what is no cost is refused', () => {
  for (const other of ['delivry', 'n'])
    assert.throws(
      () => makeCharts(results, undefined, [`trade-off:for=${other}`]),
      (error) => error instanceof InputError && error.message.includes(`${other} is no cost`),
    )
})
