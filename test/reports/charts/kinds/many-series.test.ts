import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyse, drawChart, makeCharts, type Results, themes } from '../../../../reports/index.ts'
import { faultsIn } from '../../../helpers/figures/faults.ts'
import { makeAlgorithm, makeClaim, makeManifest, makeRow, range } from '../../../helpers/samples.ts'

/** So many algorithms on one network, the k-th with k n messages, each with a claim of k n or a bit more. */
function variants(count: number): Results {
  const name = (i: number) => `variant-${i + 1}`
  const claims = range(count).map((i) => makeClaim({ kind: 'at most', formula: `${i + 1}n + ${i}` }))
  const rows = range(count).flatMap((i) =>
    [4, 16, 64].map((n) =>
      makeRow({
        algorithm: name(i),
        topology: 'complete',
        n,
        messages: (i + 1) * n,
        messages_claim: (i + 1) * n + i,
        messages_verdict: 'held',
        shows: [claims[i]!],
      }),
    ),
  )
  const algorithms = range(count).map((i) => makeAlgorithm(name(i), name(i), [claims[i]!]))
  return analyse(rows, makeManifest(rows, algorithms))
}

interface Datum {
  readonly panel: string
  readonly series: string
}

test('of fourteen algorithms each is in one panel, with at most eight, and no two of a panel look alike', async () => {
  for (const look of Object.values(themes)) {
    const charts = makeCharts(variants(14), look, ['against-n'])
    const groups = charts.flatMap(
      ({ spec }) => (spec as unknown as { datasets: { groups: Datum[] } }).datasets.groups,
    )
    const panelsOf = new Map(groups.map(({ series }) => [series, new Set<string>()]))
    for (const { panel, series } of groups) panelsOf.get(series)!.add(panel)
    assert.equal(panelsOf.size, 14)
    for (const panels of panelsOf.values()) assert.equal(panels.size, 1)
    const counts = new Map<string, number>()
    for (const [panel] of [...panelsOf.values()].map((set) => [...set]))
      counts.set(panel!, (counts.get(panel!) ?? 0) + 1)
    assert.ok(Math.max(...counts.values()) <= 8)
    for (const chart of charts)
      assert.deepEqual(faultsIn((await drawChart(chart, look)).svg, look), [], look.name)
  }
})

test('all panels of fourteen algorithms have the same axes', () => {
  const [chart] = makeCharts(variants(14), themes.blog, ['against-n'])
  const domains = [...JSON.stringify(chart!.spec).matchAll(/"type":"log","domain":(\[[^\]]*\])/g)].map(
    ([, domain]) => domain,
  )
  // One of sizes and one of costs.
  assert.equal(new Set(domains).size, 2)
})

test('eight algorithms share a panel, nine do not', () => {
  const panels = (count: number) => {
    const [chart] = makeCharts(variants(count), themes.blog, ['against-n'])
    const { groups } = (chart!.spec as unknown as { datasets: { groups: Datum[] } }).datasets
    return new Set(groups.map(({ panel }) => panel)).size
  }
  assert.equal(panels(8), 1)
  assert.equal(panels(9), 2)
})

test('more algorithms than there are looks have rows with their names in a comparison', () => {
  const [chart] = makeCharts(variants(14), themes.blog, ['comparison'])
  const { datasets } = chart!.spec as unknown as { datasets: { rows: { name: string }[] } }
  for (const i of range(13)) assert.ok(datasets.rows.some(({ name }) => name.includes(`variant-${i + 2}`)))
})
