import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import {
  type Experiment,
  loadExperiment,
  runExperiment,
  stockExperiments,
} from '../../../experiments/index.ts'
import { analyse, drawChart, type Look, makeCharts, themes } from '../../../reports/index.ts'
import { faultsIn } from '../../helpers/figures/faults.ts'

const scratch = mkdtempSync(join(tmpdir(), 'figures-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

const briefly = (workload: string): string => workload.replace(/operations=\d+/, 'operations=5')

/** The same experiment with few and small networks: figures of the same kinds, with as many panels and series. */
function cutDown(experiment: Experiment): Experiment {
  // Who waits for a lock takes steps, so that runs become long.
  const largest = experiment.topologies.includes('shared-memory') ? 16 : 256
  const few = (sizes: readonly number[]) => [
    ...sizes.slice(0, 2),
    ...sizes
      .slice(2)
      .filter((n) => n <= largest)
      .slice(-1),
  ]
  const { exact, searched, forced } = experiment.worstCases
  return {
    ...experiment,
    timings: experiment.timings.slice(0, 1),
    sizes: few(experiment.sizes),
    ...(experiment.workloads && { workloads: experiment.workloads.map(briefly) }),
    replicates: 3,
    worstCases: {
      ...experiment.worstCases,
      exact: exact && { ...exact, sizes: exact.sizes.slice(0, 1) },
      searched: searched && { ...searched, sizes: searched.sizes.slice(0, 1), runs: 20 },
      forced: forced && { ...forced, sizes: few(forced.sizes) },
      replicates: 1,
    },
  }
}

for (const { name } of stockExperiments)
  test(`no figure of ${name} misleads or is unreadable, in any theme`, async () => {
    const out = join(scratch, name)
    const experiment = cutDown(await loadExperiment(name))
    const { rows, manifest } = await runExperiment(experiment, { out, workers: 1 })
    const results = analyse(rows, manifest)
    const faults: string[] = []
    let drawn = 0
    // Dark figures are those of light pages in other colours, as another test shows.
    for (const look of Object.values<Look>(themes).filter(({ name }) => name !== 'blog-dark'))
      for (const chart of makeCharts(results, look)) {
        const found = faultsIn((await drawChart(chart, look)).svg, look)
        faults.push(...found.map((fault) => `${chart.name}, ${look.name}: ${fault}`))
        drawn++
      }
    assert.ok(drawn > 0)
    assert.deepEqual(faults, [])
  })
