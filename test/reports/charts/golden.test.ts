import assert from 'node:assert/strict'
import { test } from 'node:test'
import { specText } from '../../../reports/figures/spec-text.ts'
import { drawSvg, makeCharts, type Results, themes } from '../../../reports/index.ts'
import { assertGolden } from '../../helpers/golden.ts'
import {
  delaySweep,
  realNetworks,
  ringElection,
  treeSweep,
  typedSweep,
  worstCaseSweep,
} from '../../helpers/samples.ts'

const ring = ringElection({ sizes: [16, 64], replicates: 5 })

/** What each kind is drawn from, as little as shows what it does. */
const drawn: Readonly<Record<string, readonly [Results, spec: string]>> = {
  'worst-case': [worstCaseSweep({ sizes: [3, 4, 8], replicates: 3 }), 'worst-case'],
  'against-n': [ring, 'against-n'],
  ratio: [ring, 'ratio:measure=time'],
  tightness: [worstCaseSweep({ sizes: [3, 4, 8], replicates: 3 }), 'tightness'],
  'over-bound': [ring, 'over-bound'],
  'against-diameter': [treeSweep({ sizes: [16, 64], replicates: 1 }), 'time-against-diameter'],
  'by-delay': [
    delaySweep({ sizes: [64], replicates: 3, delays: ['uniform', 'constant', 'pareto:shape=2'] }),
    'by-delay',
  ],
  'by-network': [realNetworks({ replicates: 4 }), 'by-network'],
  'by-type': [typedSweep(), 'by-type'],
  comparison: [ring, 'comparison'],
  distribution: [ring, 'distribution:n=16'],
  'heat-map': [ring, 'heat-map:x=n,y=inputs'],
}

for (const [kind, [results, spec]] of Object.entries(drawn))
  test(`the chart “${spec}” is as committed, on a page and in a paper`, async () => {
    const files: Record<string, string> = {}
    for (const look of [themes.blog, themes.paper]) {
      const [chart] = makeCharts(results, look, [spec])
      assert.ok(chart !== undefined)
      if (look === themes.blog) files[`${kind}.vl.json`] = specText(chart.spec)
      files[`${kind}.${look.name}.svg`] = `${(await drawSvg(chart.spec, kind)).svg}\n`
    }
    assertGolden(files)
  })
