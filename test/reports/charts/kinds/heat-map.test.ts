import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inkOn } from '../../../../reports/charts/forms/heat-chart.ts'
import { luminance } from '../../../../reports/charts/sheet/readable.ts'
import { makeCharts, themes } from '../../../../reports/index.ts'
import { describe } from '../../../../reports/statistics/describe.ts'
import { delaySweep, ringElection, treeSweep } from '../../../helpers/samples.ts'

interface Cell {
  readonly panel: string
  readonly column: number
  readonly line: number
  readonly value: number
  readonly row: number
}

const draw = (results: Parameters<typeof makeCharts>[0], spec: string) => {
  const [chart, ...more] = makeCharts(results, undefined, [spec])
  assert.deepEqual(more, [])
  return { ...chart!, cells: (chart!.spec as unknown as { datasets: { cells: Cell[] } }).datasets.cells }
}

test('each cell is the median of its group and names the row of its costliest run', () => {
  const results = delaySweep({ sizes: [16, 64], replicates: 5, delays: ['constant', 'uniform'] })
  const { cells, data } = draw(results, 'heat-map:x=n,y=delay,measure=time')
  assert.equal(cells.length, results.groups.length)
  for (const [i, group] of results.groups.entries()) {
    const times = group.complete.map((row) => row.time!)
    const found = data.find(
      ({ topology, n, delay }) =>
        topology === group.key.topology && n === group.key.n && delay === group.key.delay,
    )!
    assert.ok(Math.abs((found.median as number) / describe(times)!.median - 1) < 1e-8, String(i))
    assert.equal(results.rows[(found.row as number) - 1]!.time, Math.max(...times))
  }
})

test('what lies along neither side has a panel for each of its values', () => {
  const results = ringElection({ sizes: [16, 64, 256], replicates: 3 })
  const panels = (spec: string) => [...new Set(draw(results, spec).cells.map(({ panel }) => panel))]
  assert.deepEqual(panels('heat-map:x=n,y=inputs'), ['Le Lann–Chang–Roberts', 'Hirschberg–Sinclair'])
  assert.deepEqual(panels('heat-map:x=n,y=algorithm'), [
    'Best identifiers',
    'Random identifiers',
    'Worst identifiers',
  ])
  // Of the sizes, which lie along neither side, only the largest is shown.
  const { cells, caption } = draw(results, 'heat-map:x=inputs,y=algorithm')
  assert.equal(cells.length, 6)
  assert.match(caption, /n = 256\b/)
})

test('cost over an exact bound is 1 in every cell', () => {
  const { cells } = draw(
    treeSweep({ sizes: [16, 64], replicates: 2 }),
    'heat-map:x=n,y=topology,value=over-bound',
  )
  assert.ok(cells.length === 3 * 4 * 2 && cells.every(({ value }) => value === 1))
})

test('there is no map of a sweep that does not vary both sides', () => {
  const results = ringElection({ sizes: [16, 64], replicates: 2 })
  assert.deepEqual(
    makeCharts(results, undefined, ['heat-map:x=n,y=topology', 'heat-map:x=n,y=gnp:degree']),
    [],
  )
})

test('numbers can be read on every colour: a contrast of at least 4.5', () => {
  for (const look of Object.values(themes))
    for (const [i, colour] of look.ramp.entries()) {
      const both = [colour, inkOn(i / (look.ramp.length - 1), look)].map(luminance)
      const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
      assert.ok(contrast >= 4.5, `${look.name}, ${colour}: ${contrast}`)
    }
})
