import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeCharts } from '../../../../reports/index.ts'
import { ringElection, treeSweep } from '../../../helpers/samples.ts'

interface Datasets {
  readonly groups: readonly {
    readonly panel: string
    readonly series: string
    readonly n: number
    readonly median: number
  }[]
  readonly bounds: readonly { readonly value: number; readonly label: string }[]
}

const datasets = (results: Parameters<typeof makeCharts>[0], spec: string): Datasets =>
  (makeCharts(results, undefined, [spec])[0]!.spec as unknown as { datasets: Datasets }).datasets

const trees = treeSweep({ sizes: [16, 64, 256], replicates: 3 })

test('a cost that equals its claim lies on the line at 1, which bears the claim where there is one', () => {
  const { groups, bounds } = datasets(trees, 'over-bound')
  assert.ok(groups.every(({ median }) => median === 1))
  assert.ok(bounds.every(({ value, label }) => value === 1 && label === 'as claimed'))
})

test('on a ring of n channels flooding sends (n + 1)/n messages per channel', () => {
  // 2m − (n − 1) with m = n is n + 1.
  const { groups, bounds } = datasets(trees, 'over-bound:formula=m')
  const ring = groups.filter(({ panel, series }) => panel === 'Ring' && series === 'Flooding')
  assert.deepEqual(
    ring.map(({ median }) => median),
    [17 / 16, 65 / 64, Number((257 / 256).toPrecision(9))],
  )
  // A formula of the reader's claims nothing.
  assert.deepEqual(bounds, [])
})

test('a claimed mean is not called a bound', () => {
  const [chart] = makeCharts(ringElection({ sizes: [16, 64], replicates: 3 }), undefined, ['over-bound'])
  assert.equal(chart!.title, 'Messages divided by the claimed value')
  assert.match(chart!.caption, /mean n H\(n\) \+ n \(Le Lann–Chang–Roberts\)/)
})
