import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { makeCharts } from '../../reports/charts/index.ts'
import { drawSvg } from '../../reports/render/svg.ts'
import type { Results } from '../../reports/statistics/groups.ts'
import { delaySweep, extremes, realNetworks, ringElection, treeSweep } from './samples.ts'

const samples: Readonly<Record<string, Results>> = {
  trees: treeSweep({ sizes: [16, 64, 256], replicates: 3 }),
  ring: ringElection({ sizes: [16, 64, 256], replicates: 5 }),
  delays: delaySweep({ sizes: [16, 64], replicates: 6, delays: ['constant', 'uniform', 'pareto:shape=2'] }),
  networks: realNetworks({ replicates: 4 }),
  ...extremes(),
}

test('every chart of every sample is a Vega-Lite specification by its schema', () => {
  const schema = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json')
  const validate = new Ajv({ strict: false, allowUnionTypes: true, logger: false }).compile(schema)
  for (const [name, results] of Object.entries(samples))
    for (const chart of makeCharts(results))
      assert.ok(
        validate(chart.spec),
        `${name}, ${chart.name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`,
      )
})

test('every chart of every sample is drawn without a warning, the same twice', async () => {
  for (const [name, results] of Object.entries(samples))
    for (const chart of makeCharts(results)) {
      const once = await drawSvg(chart.spec, chart.name)
      assert.doesNotMatch(once.svg, /NaN|undefined|Infinity/, `${name}, ${chart.name}`)
      assert.equal((await drawSvg(chart.spec, chart.name)).svg, once.svg)
    }
})

test('the names of the charts of one report differ', () => {
  for (const results of Object.values(samples)) {
    const names = makeCharts(results).map(({ name }) => name)
    assert.deepEqual(names, [...new Set(names)])
    for (const name of names) assert.match(name, /^[a-z0-9.-]+$/)
  }
})
