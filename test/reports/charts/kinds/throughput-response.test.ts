import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InputError } from '../../../../engine/index.ts'
import { makeCharts } from '../../../../reports/index.ts'
import { stockResults } from '../../../helpers/stock-results.ts'

const loads = [17.5, 0.5, 7.5]
const results = stockResults('mutual-exclusion', {
  algorithms: ['central-mutex', 'suzuki-kasami'],
  sizes: [4],
  delays: ['constant'],
  workloads: loads.map((mean) => `closed:think=fixed,processors=1,mean=${mean}` as const),
  replicates: 3,
})
type Points = Record<string, unknown>[]
const datasets = (spec: string) => {
  const [chart, ...more] = makeCharts(results, undefined, [spec])
  assert.deepEqual(more, [])
  return (chart!.spec as unknown as { datasets: { paths: Points; runs: Points } }).datasets
}
const rounded = (points: Points, series: string) =>
  points
    .filter((point) => point.series === series)
    .map(({ n, value, order }) => [order, Number((n as number).toFixed(9)), value])

test('points are throughput and response time, joined in the order of loads', () => {
  const { paths, runs } = datasets('throughput-response')
  // By hand: p_1 thinks for the pause, is let in by the coordinator after 2, leaves after 0.5, and answers at once. So it
  // completes an operation each pause + 2.5, five until its last answer.
  assert.deepEqual(
    rounded(paths, 'Central coordinator').sort(([a], [b]) => Number(a) - Number(b)),
    [0.5, 7.5, 17.5].map((pause) => [pause, Number((1 / (pause + 2.5)).toFixed(9)), 2]),
  )
  // The token comes once, after 2, and stays: the other four entries take no time.
  assert.deepEqual(
    rounded(paths, 'Suzuki–Kasami').sort(([a], [b]) => Number(a) - Number(b)),
    [0.5, 7.5, 17.5].map((pause) => [pause, Number((5 / (5 * (pause + 0.5) + 2)).toFixed(9)), 0.4]),
  )
  assert.equal(runs.length, 2 * 3 * 3)
})

test('the largest response time is drawn where it is asked for', () => {
  const { paths } = datasets('throughput-response:measure=response,load=workload_mean')
  assert.deepEqual(new Set(paths.map(({ value }) => value)), new Set([2]))
})

test('lines follow the load, not the level axis', () => {
  const [chart] = makeCharts(results, undefined, ['throughput-response'])
  assert.match(JSON.stringify(chart!.spec), /"order":\{"field":"order","type":"quantitative"\}/)
})

test('without loads that differ there is no chart, and what is no load is refused', () => {
  assert.deepEqual(makeCharts(results, undefined, ['throughput-response:where=workload_mean=0.5']), [])
  assert.throws(
    () => makeCharts(results, undefined, ['throughput-response:load=workload_maen']),
    (error) =>
      error instanceof InputError && /load: .*workload_maen.* did you mean workload_mean/.test(error.message),
  )
})
