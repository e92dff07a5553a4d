import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, makeCharts, type Results } from '../../../../reports/index.ts'
import { makeAlgorithm, makeManifest, makeRow, range, treeSweep } from '../../../helpers/samples.ts'

const data = (results: Results, spec: string) => makeCharts(results, undefined, [spec])[0]?.data ?? []

test('an algorithm that always costs twice as much has the ratio 2, with no room for doubt', () => {
  const rows = ['one', 'two'].flatMap((algorithm, i) =>
    [16, 32].flatMap((n) =>
      range(6).map((replicate) =>
        makeRow({ algorithm, n, replicate, seed: replicate, messages: (i + 1) * (n + 3 * replicate) }),
      ),
    ),
  )
  const algorithms = [makeAlgorithm('one', 'One'), makeAlgorithm('two', 'Two')]
  const found = data(analyse(rows, makeManifest(rows, algorithms)), 'comparison')
  assert.deepEqual(
    found.map(({ n, other, pairs, ratio, ratio_low, ratio_high }) => [
      n,
      other,
      pairs,
      ratio,
      ratio_low,
      ratio_high,
    ]),
    [
      [16, 'two', 6, 2, 2, 2],
      [32, 'two', 6, 2, 2, 2],
    ],
  )
})

test('all are compared with the first, in each setting at its largest size unless one is given', () => {
  const trees = treeSweep({ sizes: [16, 64], replicates: 5 })
  const sizes = (spec: string) => data(trees, spec).map(({ n }) => n)
  assert.deepEqual(sizes('comparison'), Array(2 * 4).fill(64))
  assert.deepEqual(sizes('comparison:n=16'), Array(2 * 4).fill(16))
  assert.deepEqual(sizes('comparison:n=17'), [])
  assert.ok(data(trees, 'comparison').every(({ algorithm }) => algorithm === 'flooding'))
})

test('one algorithm is compared with none', () => {
  const rows = range(5).map((replicate) => makeRow({ replicate }))
  assert.deepEqual(
    data(analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')])), 'comparison'),
    [],
  )
})
