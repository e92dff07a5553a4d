import type { Row, RowPlace } from '../experiments/cell/index.ts'
import { comparisonsCsv } from './csv/comparisons-csv.ts'
import { growthCsv } from './csv/growth-csv.ts'
import { summaryCsv } from './csv/summary-csv.ts'
import { tightnessCsv } from './csv/tightness-csv.ts'
import { figureChoice, noteFigureChoice } from './figures/figure-choice.ts'
import { type FigureOptions, writeFigures } from './figures/write-figures.ts'
import { pageScript } from './html/bundle.ts'
import { reportPage } from './html/page.ts'
import { shortPage } from './html/short-page.ts'
import { latexFiles } from './latex/files.ts'
import { markdownTables } from './markdown/tables.ts'
import { travelScript } from './page/index.ts'
import type { ResultFiles } from './result-files.ts'
import { comparisons } from './statistics/comparison.ts'
import { readResults } from './statistics/read-results.ts'
import { swept } from './statistics/swept-parameters.ts'
import { paperTables } from './tables/index.ts'

/** What a report needs to know beside the results. */
export interface ReportOptions extends FigureOptions {
  /**
   * The command that runs a row's cell again; `module` is where its algorithm is from, null for the catalogue, and
   * `place` where the row stands.
   */
  readonly replayCommand: (row: Row, module: string | null, place: () => RowPlace) => string
  /** The text of a file that a topology or delay spec names. Throws if it cannot be read. */
  readonly readFile: (path: string) => string
  /** Whether short.html is written, too. Where it was, it is written again. */
  readonly short?: boolean | undefined
  /** The files of the folder. */
  readonly files: ResultFiles
}

/**
 * Reads runs.csv and manifest.json in a results folder and writes summary.csv, the charts and report.html beside
 * them. Returns the paths of what it wrote, from the folder. The same results give the same bytes.
 * Themes that were drawn earlier are drawn again. What an earlier report wrote and this one does not is removed, unless
 * it was changed or is a figure of another theme; what is the user's is never lost. Throws an InputError if the results cannot be read, or the report
 * cannot be written.
 */
export async function writeReport(directory: string, options: ReportOptions): Promise<string[]> {
  const { replayCommand, readFile, files, onNotice, loadTheme } = options
  const results = readResults(directory)
  const written: string[] = []
  const write = (name: string, content: string | Buffer) => {
    files.write(name, [content])
    written.push(name)
  }
  const figures = figureChoice(directory, options)
  write('summary.csv', summaryCsv(results))
  const compared = comparisons(results)
  if (compared.length > 0) write('comparisons.csv', comparisonsCsv(compared, swept(results)))
  if (results.worstCases.length > 0) write('tightness.csv', tightnessCsv(results))
  write('growth.csv', growthCsv(results))
  const drawn = await writeFigures(results, { ...figures, onNotice, loadTheme }, write)
  noteFigureChoice(figures, write)
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
  if (options.short || files.names.includes('short.html')) write('short.html', shortPage(results, drawn))
  for (const name of files.names) if (isOfReports(name) && !written.includes(name)) files.remove(name)
  files.save(onNotice)
  return written
}

/**
 * Whether a file is one that some reports have and others have not. Figures of other themes, in folders of their own, stay:
 * who asked for them may have put them into a paper.
 */
const isOfReports = (name: string): boolean =>
  /^charts\/[^/]+$|^latex\/|^(comparisons|tightness)\.csv$/.test(name)
