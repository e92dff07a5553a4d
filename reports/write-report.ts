import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from '../experiments/row.ts'
import { travelScript } from './browser/index.ts'
import { makeCharts } from './charts/index.ts'
import { growthCsv } from './growth/index.ts'
import { pageScript } from './html/bundle.ts'
import { type DrawnChart, reportPage } from './html/page.ts'
import { readResults } from './read-results.ts'
import { drawPng } from './render/png.ts'
import { specText } from './render/spec-text.ts'
import { drawSvg, standalone } from './render/svg.ts'
import { comparisons } from './statistics/comparison.ts'
import { comparisonsCsv } from './statistics/comparisons-csv.ts'
import { summaryCsv } from './statistics/summary.ts'
import { tightnessCsv } from './statistics/tightness-csv.ts'

/** A row of runs.csv, counted from 1, in a folder of results. */
export interface RowPlace {
  readonly folder: string
  readonly row: number
}

export interface ReportOptions {
  /**
   * The command that runs a row's cell again; `module` is where its algorithm is from, null for the catalogue, and
   * `place` where the row stands.
   */
  readonly replayCommand: (row: Row, module: string | null, place: () => RowPlace) => string
  /** Pixels of a PNG for each of the drawing's own. Default: 2. */
  readonly pngScale?: number
}

/**
 * Reads runs.csv and manifest.json in a results folder and writes summary.csv, the charts and report.html beside
 * them. Returns the paths of what it wrote, from the folder. The same results give the same bytes.
 * Charts of an earlier report that are no longer drawn are removed. Throws an InputError if the results cannot be read.
 */
export async function writeReport(directory: string, options: ReportOptions): Promise<string[]> {
  const { replayCommand, pngScale = 2 } = options
  const results = readResults(directory)
  const written: string[] = []
  const write = (name: string, content: string | Buffer) => {
    const path = join(directory, name)
    // Whole or not at all: a reader never meets half a file.
    writeFileSync(`${path}.draft`, content)
    renameSync(`${path}.draft`, path)
    written.push(name)
  }
  write('summary.csv', summaryCsv(results))
  const compared = comparisons(results)
  if (compared.length > 0) write('comparisons.csv', comparisonsCsv(compared))
  if (results.worstCases.length > 0) write('tightness.csv', tightnessCsv(results))
  write('growth.csv', growthCsv(results))
  mkdirSync(join(directory, 'charts'), { recursive: true })
  const drawn: DrawnChart[] = []
  for (const chart of makeCharts(results)) {
    const drawing = await drawSvg(chart.spec, chart.name)
    write(`charts/${chart.name}.svg`, standalone(drawing))
    write(`charts/${chart.name}.png`, drawPng(drawing, pngScale))
    write(`charts/${chart.name}.vl.json`, specText(chart.spec))
    drawn.push({ chart, drawing })
  }
  const modules = new Map(results.manifest.algorithms.map(({ name, module }) => [name, module]))
  // The page lies in the folder of the rows.
  const replay = (row: Row): string =>
    replayCommand(row, modules.get(row.algorithm) ?? null, () => ({
      folder: '.',
      row: results.numbers.get(row)!,
    }))
  const scripts = [await travelScript(results.manifest), await pageScript()]
  write('report.html', reportPage(results, drawn, { replayCommand: replay, scripts }))
  removeStaleCharts(directory, written)
  return written
}

/** Removes the charts that an earlier report drew and this one did not; other files stay. */
function removeStaleCharts(directory: string, written: readonly string[]): void {
  for (const file of readdirSync(join(directory, 'charts'))) {
    const path = `charts/${file}`
    if (/\.(svg|png|vl\.json)$/.test(file) && !written.includes(path)) rmSync(join(directory, path))
  }
}
