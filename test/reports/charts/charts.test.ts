import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { makeCharts } from '../../../reports/charts/index.ts'
import { specText } from '../../../reports/figures/spec-text.ts'
import { drawSvg } from '../../../reports/figures/svg.ts'
import { analyse, type Results } from '../../../reports/statistics/groups.ts'
import { assertGolden } from '../../helpers/golden.ts'
import {
  delaySweep,
  extremes,
  makeAlgorithm,
  makeManifest,
  makeRow,
  realNetworks,
  ringElection,
  treeSweep,
  worstCaseSweep,
} from '../../helpers/samples.ts'

const samples: Readonly<Record<string, Results>> = {
  trees: treeSweep({ sizes: [16, 64, 256], replicates: 2 }),
  ring: ringElection({ sizes: [16, 256], replicates: 5 }),
  delays: delaySweep({ sizes: [16, 64], replicates: 6, delays: ['constant', 'uniform', 'pareto:shape=2'] }),
  networks: realNetworks({ replicates: 4 }),
  worst: worstCaseSweep(),
  ...extremes(),
}

test('every chart of every sample is a Vega-Lite specification by its schema', () => {
  const schema = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json')
  const validate = new Ajv({ strict: false, allowUnionTypes: true, logger: false }).compile(schema)
  for (const [name, results] of Object.entries(samples))
    for (const chart of makeCharts(results))
      assert.ok(
        validate(withFewData(chart.spec)),
        `${name}, ${chart.name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`,
      )
})

/** The specification with two lines of each dataset: a schema says nothing about the others. */
function withFewData(spec: object): object {
  const { datasets } = spec as { datasets: Readonly<Record<string, readonly object[]>> }
  const few = Object.entries(datasets).map(([name, lines]) => [name, lines.slice(0, 2)])
  return { ...spec, datasets: Object.fromEntries(few) }
}

test('every chart of every sample is drawn without a warning', async () => {
  for (const [name, results] of Object.entries(samples))
    for (const chart of makeCharts(results)) {
      const { svg } = await drawSvg(chart.spec, chart.name)
      assert.doesNotMatch(svg, /NaN|undefined|Infinity/, `${name}, ${chart.name}`)
    }
})

test('the names of the charts of one report differ', () => {
  for (const results of Object.values(samples)) {
    const names = makeCharts(results).map(({ name }) => name)
    assert.deepEqual(names, [...new Set(names)])
    for (const name of names) assert.match(name, /^[a-z0-9.-]+$/)
  }
})

for (const name of ['trees', 'ring', 'networks'] as const)
  test(`the charts of the sample “${name}” are as committed`, async () => {
    const files: Record<string, string> = {}
    for (const { name: chart, spec } of makeCharts(samples[name]!)) {
      files[`${name}-${chart}.vl.json`] = specText(spec)
      // The drawings of one sample stand for all: what they are drawn from is compared for each.
      if (name === 'trees') files[`${name}-${chart}.svg`] = `${(await drawSvg(spec, chart)).svg}\n`
    }
    assertGolden(files)
  })

test('the charts of worst cases are as committed', () => {
  const charts = makeCharts(samples.worst!).filter(({ name }) => name.startsWith('worst-case'))
  assertGolden(Object.fromEntries(charts.map(({ name, spec }) => [`${name}.vl.json`, specText(spec)])))
})

test('the marks of a worst case are at its cost, and each kind of evidence has a shape of its own', () => {
  const [chart] = makeCharts(samples.worst!).filter(({ name }) => name === 'worst-case-messages')
  const { datasets } = chart!.spec as unknown as {
    datasets: { marks: { n: number; value: number; kind: string; size: number }[] }
  }
  const at = (kind: string) => datasets.marks.filter((mark) => mark.kind === kind)
  // Three algorithms: all at 3, 4, 5; at 6 one exploration was cut short.
  assert.deepEqual(
    at('exact').map(({ n }) => n),
    [3, 4, 5, 6, 3, 4, 5, 3, 4, 5, 6],
  )
  assert.deepEqual(
    at('explored in part').map(({ n }) => n),
    [6],
  )
  assert.equal(at('searched').length, 3 * 5)
  const domain = /"shape":\{[^}]*"domain":(\[[^\]]*\]),"range":(\[[^\]]*\])/.exec(
    JSON.stringify(chart!.spec),
  )!
  assert.deepEqual(JSON.parse(domain[1]!), ['sampled', 'searched', 'exact', 'explored in part'])
  assert.equal(new Set(JSON.parse(domain[2]!)).size, 4)
})

test('no run that kept its claim is drawn beyond the mark of the theorem', () => {
  const [chart] = makeCharts(samples.networks!).filter(({ name }) => name === 'time-by-network')
  const { datasets } = chart!.spec as unknown as { datasets: { lanes: { max: number; bound: number }[] } }
  assert.ok(datasets.lanes.length === 12 && datasets.lanes.every(({ max, bound }) => max <= bound))
})

test('an experiment gets the charts that it names, and an unknown name is an error that names the known ones', () => {
  const asking = (charts: string[]): Results => {
    const { manifest, ...rest } = samples.ring!
    return { ...rest, manifest: { ...manifest, experiment: { ...manifest.experiment, charts } } }
  }
  assert.deepEqual(
    makeCharts(asking(['time-against-n'])).map(({ name }) => name),
    ['time-against-n'],
  )
  assert.throws(() => makeCharts(asking(['time-against-m'])), {
    name: 'InputError',
    message: /^unknown chart “time-against-m”.*time-against-n/,
  })
})

test('networks whose files have the same name, and algorithms with the same title, are told apart', () => {
  const rows = ['file:a/net.txt', 'file:b/net.txt'].flatMap((topology) =>
    ['one', 'two'].map((algorithm) => makeRow({ topology, algorithm })),
  )
  const algorithms = ['one', 'two'].map((name) => makeAlgorithm(name, 'Election'))
  const [chart] = makeCharts(analyse(rows, makeManifest(rows, algorithms)))
  const { datasets } = chart!.spec as unknown as { datasets: { lanes: { name: string; series: string }[] } }
  assert.deepEqual(
    datasets.lanes.map(({ name, series }) => `${series} on ${name}`),
    [
      'one on file:a/net.txt (n = 16)',
      'two on file:a/net.txt (n = 16)',
      'one on file:b/net.txt (n = 16)',
      'two on file:b/net.txt (n = 16)',
    ],
  )
})

test('hundreds of networks do not make a chart that nobody can open', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => makeRow({ topology: `file:net-${i}.txt`, n: i + 3 }))
  const results = analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')]))
  for (const { name, spec } of makeCharts(results)) {
    const { height, svg } = await drawSvg(spec, name)
    assert.ok(height < 4000, `${name} is ${height} pixels high`)
    assert.match(svg, /the first 60 of 300 networks/)
  }
})
