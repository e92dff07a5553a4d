import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCharts } from '../../../../reports/index.ts'
import { slides } from '../../../../reports/themes/slides.ts'
import { delaySweep } from '../../../helpers/samples.ts'

interface Lane {
  readonly panel: string
  readonly name: string
  readonly median: number
  readonly note: string
}

const sweep = delaySweep({
  sizes: [16, 64],
  replicates: 5,
  delays: ['pareto:shape=2', 'uniform', 'constant'],
})
const lanes = (spec: string) =>
  (makeCharts(sweep, undefined, [spec])[0]!.spec as unknown as { datasets: { lanes: Lane[] } }).datasets.lanes

test('delays stand in the order of their medians, and each tells how its median compares with constant delays', () => {
  for (const panel of ['Ring, n = 64', 'G(n, p), mean degree 8, n = 64']) {
    const own = lanes('by-delay').filter((lane) => lane.panel === panel)
    assert.equal(own.length, 3)
    const steady = own.find(({ name }) => name === 'Constant')!
    for (const [i, { median, note }] of own.entries()) {
      assert.ok(i === 0 || median <= own[i - 1]!.median)
      assert.equal(note, `${(median / steady.median).toFixed(2)}×`)
    }
  }
})

test('another size and another measure can be asked for', () => {
  assert.ok(lanes('by-delay:n=16').every(({ panel }) => panel.endsWith('n = 16')))
  // 2m − (n − 1) messages, whatever the delays: n + 1 on a ring.
  const ring = lanes('by-delay:measure=messages').filter(({ panel }) => panel === 'Ring, n = 64')
  assert.deepEqual(
    ring.map(({ median, note }) => [median, note]),
    Array(3).fill([65, '1.00×']),
  )
})

test('where a slide has no room for all delays, each has the same ones in all of its panels, and all are on some', () => {
  const delays = [
    ...['constant', 'exponential', 'uniform', 'uniform:min=0.2', 'uniform:min=0.5'],
    ...[2, 3, 4, 5, 6, 7, 8].map((shape) => `pareto:shape=${shape}`),
  ]
  const many = delaySweep({ sizes: [16], replicates: 5, delays })
  const pages = makeCharts(many, slides, ['by-delay']).map(
    ({ spec }) => (spec as unknown as { datasets: { lanes: Lane[] } }).datasets.lanes,
  )
  assert.ok(pages.length > 1)
  for (const page of pages) {
    const names = new Set(page.map(({ name }) => name))
    const panels = new Set(page.map(({ panel }) => panel))
    assert.equal(page.length, names.size * panels.size)
  }
  const places = pages.flat().map(({ panel, name }) => `${panel}: ${name}`)
  assert.equal(new Set(places).size, places.length)
  assert.equal(places.length, 2 * delays.length)
})
