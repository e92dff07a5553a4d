/**
 * Runs the experiments of the gallery, draws their figures and writes the page about them. The same code gives the
 * same bytes.
 *
 *     node dist/scripts/draw-gallery.js
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadExperiment, runExperiment } from '../experiments/index.ts'
import { analyse, drawSvg, makeCharts, standalone } from '../reports/index.ts'
import { commandOf, type Drawn, type Exhibit, exhibits, galleryPage, page } from './gallery.ts'

const folder = mkdtempSync(join(tmpdir(), 'admissible-gallery-'))

async function draw(exhibit: Exhibit): Promise<Drawn> {
  const experiment = await loadExperiment(`./${exhibit.module}`)
  const { rows, manifest } = await runExperiment(experiment, {
    out: join(folder, exhibit.kind),
    command: commandOf(exhibit),
  })
  const [chart] = makeCharts(analyse(rows, manifest))
  if (chart === undefined) throw new Error(`${exhibit.module} gives rise to no chart`)
  writeFileSync(join('docs', exhibit.image), standalone(await drawSvg(chart.spec, chart.name)))
  return chart
}

try {
  mkdirSync('docs/images/gallery', { recursive: true })
  const drawn: [Exhibit, Drawn][] = []
  for (const exhibit of exhibits()) drawn.push([exhibit, await draw(exhibit)])
  writeFileSync(page, galleryPage(drawn))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
