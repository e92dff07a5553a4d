/**
 * Draws one figure in every theme, for the page about figures. The same code gives the same bytes.
 *
 *     node dist/scripts/draw-themes.js
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadExperiment, runExperiment } from '../experiments/index.ts'
import { analyse, drawChart, makeCharts, standalone, themes } from '../reports/index.ts'

const module = './docs/gallery/against.ts'
const out = mkdtempSync(join(tmpdir(), 'admissible-themes-'))
try {
  mkdirSync('docs/images/themes', { recursive: true })
  const { rows, manifest } = await runExperiment(await loadExperiment(module), {
    out,
    command: `admissible run ${module}`,
  })
  const results = analyse(rows, manifest)
  for (const look of Object.values(themes)) {
    const [chart] = makeCharts(results, look)
    const svg = standalone(await drawChart(chart!, look))
    writeFileSync(`docs/images/themes/${look.name}.svg`, svg)
  }
} finally {
  rmSync(out, { recursive: true, force: true })
}
