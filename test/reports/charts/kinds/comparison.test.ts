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

/** Two algorithms on networks of three degrees, the largest first; the second takes `degree` times the messages. */
function byDegree(): Results {
  const rows = [16, 4, 8].flatMap((degree) =>
    ['one', 'two'].flatMap((algorithm, i) =>
      [32, 64].flatMap((n) =>
        range(5).map((replicate) =>
          makeRow({
            ...{ algorithm, n, replicate, seed: replicate, topology: `gnp:degree=${degree}` },
            ...{ m: (n * degree) / 2, messages: i === 0 ? n : n * degree },
          }),
        ),
      ),
    ),
  )
  return analyse(rows, makeManifest(rows, [makeAlgorithm('one', 'One'), makeAlgorithm('two', 'Two')]))
}

test('rows lie along what is asked for, at the largest size unless it is given', () => {
  const found = (spec: string) =>
    data(byDegree(), spec).map(({ topology, n, ratio }) => [topology, n, Math.round(ratio as number)])
  const rising = (n: number) => [4, 8, 16].map((degree) => [`gnp:degree=${degree}`, n, degree])
  assert.deepEqual(found('comparison:x=topology_degree'), rising(64))
  assert.deepEqual(found('comparison:x=m,n=32'), rising(32))
  assert.deepEqual(
    found('comparison:x=topology_degree,n=all').map(([, n]) => n),
    [32, 64, 32, 64, 32, 64],
  )
  // Each network has its rows together, and n = 32 before n = 64.
  assert.deepEqual(
    found('comparison:x=n').map(([topology, n]) => [topology, n]),
    [16, 4, 8].flatMap((degree) => [32, 64].map((n) => [`gnp:degree=${degree}`, n])),
  )
})

test('rows along a parameter are called by it, and the subtitle does not repeat it', () => {
  const [chart] = makeCharts(byDegree(), undefined, ['comparison:x=gnp:degree'])
  const spec = JSON.stringify(chart!.spec)
  assert.ok(spec.includes('degree = 8'))
  assert.equal(chart!.name, 'comparison-of-messages-along-gnp-degree')
  assert.doesNotMatch(spec, /mean degree/)
})

test('what is no number is refused along the rows', () => {
  assert.throws(() => makeCharts(byDegree(), undefined, ['comparison:x=delay']), {
    message: /^chart comparison: x: “delay” is no number; write n, m, D, ecc, /,
  })
})
