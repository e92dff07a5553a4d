import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Row, RowPlace } from '../experiments/cell/index.ts'
import { comparisonsCsv } from './csv/comparisons-csv.ts'
import { growthCsv } from './csv/growth-csv.ts'
import { summaryCsv } from './csv/summary-csv.ts'
import { tightnessCsv } from './csv/tightness-csv.ts'
import { noteFigureChoice } from './figures/figure-choice.ts'
import { type FigureOptions, writeFigures } from './figures/write-figures.ts'
import { pageScript } from './html/bundle.ts'
import { reportPage } from './html/page.ts'
import { latexFiles } from './latex/files.ts'
import { markdownTables } from './markdown/tables.ts'
import { travelScript } from './page/index.ts'
import { comparisons } from './statistics/comparison.ts'
import { readResults } from './statistics/read-results.ts'
import { paperTables } from './tables/index.ts'
import { themes } from './themes/index.ts'

/** What a report needs to know beside the results. */
export interface ReportOptions extends FigureOptions {
  /**
   * The command that runs a row's cell again; `module` is where its algorithm is from, null for the catalogue, and
   * `place` where the row stands.
   */
  readonly replayCommand: (row: Row, module: string | null, place: () => RowPlace) => string
  /** The text of a file that a topology or delay spec names. Throws if it cannot be read. */
  readonly readFile: (path: string) => string
}

/**
 * Reads runs.csv and manifest.json in a results folder and writes summary.csv, the charts and report.html beside
 * them. Returns the paths of what it wrote, from the folder. The same results give the same bytes.
 * Charts of an earlier report that are no longer drawn are removed. Throws an InputError if the results cannot be read.
 */
export async function writeReport(directory: string, options: ReportOptions): Promise<string[]> {
  const { replayCommand, readFile } = options
  const results = readResults(directory)
  const written: string[] = []
  const write = (name: string, content: string | Buffer) => {
    const path = join(directory, name)
    mkdirSync(dirname(path), { recursive: true })
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
  const drawn = await writeFigures(results, options, write)
  noteFigureChoice(directory, options, write)
  const modules = new Map(results.manifest.algorithms.map(({ name, module }) => [name, module]))
  // The page lies in the folder of the rows.
  const replay = (row: Row): string =>
    replayCommand(row, modules.get(row.algorithm) ?? null, () => ({
      folder: '.',
      row: results.numbers.get(row)!,
    }))
  const scripts = [await travelScript(results.manifest, readFile), await pageScript()]
  const tables = paperTables(results)
  const charts = drawn.map(({ chart }) => chart)
  for (const [name, text] of latexFiles(results, charts, tables)) write(name, text)
  write('tables.md', markdownTables(results, tables))
  write('report.html', reportPage(results, drawn, { replayCommand: replay, scripts }))
  removeStaleFigures(directory, written)
  removeStaleTables(directory, written)
  return written
}

/**
 * Removes the figures that an earlier report drew and this one did not, of every theme. What is ours has a
 * specification beside it; other files stay.
 */
function removeStaleFigures(directory: string, written: readonly string[]): void {
  const filesOf = (folder: string) =>
    existsSync(join(directory, folder)) ? readdirSync(join(directory, folder)) : []
  const ours = filesOf('charts').flatMap((file) => /^(.*)\.vl\.json$/.exec(file)?.[1] ?? [])
  for (const folder of [...Object.keys(themes).map((theme) => `charts/${theme}`), 'charts']) {
    for (const file of filesOf(folder)) {
      const path = `${folder}/${file}`
      const name = /^(.*?)\.(svg|png|pdf|vl\.json|csv)$/.exec(file)?.[1]
      if (name !== undefined && ours.includes(name) && !written.includes(path)) rmSync(join(directory, path))
    }
    if (existsSync(join(directory, folder)) && filesOf(folder).length === 0)
      rmdirSync(join(directory, folder))
  }
}

/** Removes the tables for papers that an earlier report wrote and this one did not; the folder is ours alone. */
function removeStaleTables(directory: string, written: readonly string[]): void {
  const folder = join(directory, 'latex/tables')
  for (const file of existsSync(folder) ? readdirSync(folder) : [])
    if (!written.includes(`latex/tables/${file}`)) rmSync(join(folder, file))
}
