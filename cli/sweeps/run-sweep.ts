import type { Command } from 'commander'
import { InputError, isAboutMean } from '../../engine/index.ts'
import {
  type Experiment,
  gridOf,
  readFile,
  replayCommand,
  resultFiles,
  type SweepResult,
  worstSizes,
} from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { assertCharts, type FigureChoice } from '../options/figure-options.ts'
import { isThemePath, loadTheme } from '../options/load-theme.ts'
import type { SweepOptions } from '../options/run-options.ts'
import { resumeLine, typedWords } from '../options/typed.ts'
import { describePlan } from '../output/describe-plan.ts'
import { describeSweep, type SweepFindings } from '../output/describe-sweep.ts'
import { runWithProgress } from './run-with-progress.ts'

/**
 * Runs an experiment as the options say, draws its charts and prints what came of it; the exit code. `command` is
 * what to type to run it again, `typed` what was typed.
 */
export async function runSweep(
  experiment: Experiment,
  command: string,
  options: SweepOptions,
  typed: Command,
): Promise<number> {
  if (options.force && !options.resume)
    throw new InputError('--force goes with --resume: what cannot be resumed is then put aside')
  // Not hours later, when all has run.
  await assertCharts(options.chart, '--chart', experiment)
  await assertCharts(experiment.charts, `experiment ${experiment.name}: charts`, experiment)
  for (const name of options.theme ?? []) if (isThemePath(name)) await loadTheme(name)
  const { out, workers, memory, resume, force, shard, cluster } = options
  if (options.dryRun) {
    const plan = gridOf(experiment, { workers, memory })
    process.stdout.write(describePlan(experiment, plan, options.json === true))
    return exitCodes.ok
  }
  const result = await runWithProgress(experiment, {
    out,
    workers,
    memory,
    resume,
    force,
    shard,
    cluster,
    command,
    resumeCommand: resumeLine(typedWords(typed)),
  })
  if (result.interrupted) return exitCodes.interrupted
  // A shard is a part of the runs: charts of it alone would mislead.
  return await reportSweep(result, { ...options, report: options.report && shard === undefined })
}

/** Draws the charts of a sweep, if they are wanted, and prints what came of it; the exit code. */
export async function reportSweep(
  result: SweepResult,
  options: Pick<SweepOptions, 'report' | 'format' | 'json'> & FigureChoice,
): Promise<number> {
  const files = await drawReport(result.directory, options)
  process.stdout.write(
    describeSweep(result, files, await findingsOf(result, options.report), options.json === true),
  )
  if (result.violations.length > 0) return exitCodes.violated
  return result.failures.length > 0 ? exitCodes.failed : exitCodes.ok
}

/** How tight the claims are, where worst cases were looked for; how costs grow, if a report was drawn; what claims fail or are not tested. */
async function findingsOf(result: SweepResult, report: boolean): Promise<SweepFindings> {
  const { experiment, algorithms } = result.manifest
  const hasWorst = worstSizes(experiment.worstCases).length > 0
  const hasMeans = algorithms.some(({ claims }) => claims.some(isAboutMean))
  const hasConditions = algorithms.some(({ claims }) => claims.some(({ when }) => when !== null))
  if (!hasWorst && !hasMeans && !hasConditions && !report)
    return { answer: null, tightness: [], growth: [], growthLines: [], inconsistent: [], unmet: [] }
  const reports = await import('../../reports/index.ts')
  const { analyse, answer, claimVerdicts, growthFindings, inconsistentClaims, tightness, unmetConditions } =
    reports
  const results = analyse(result.rows, result.manifest)
  return {
    answer: report ? answer(results).text : null,
    tightness: !hasWorst
      ? []
      : tightness(results).map((one) => ({
          ...one,
          effort: reports.effortWords(one),
          scope: reports.scopeWords(one),
        })),
    growth: report ? growthFindings(results) : [],
    growthLines: report ? reports.growthLines(results) : [],
    inconsistent: inconsistentClaims(claimVerdicts(results)),
    unmet: unmetConditions(claimVerdicts(results)),
  }
}

/** Writes what is wanted of a results folder: the report and tables in other formats; the names of the files. */
export async function drawReport(
  directory: string,
  {
    report,
    format,
    chart,
    theme,
    dpi,
    short,
  }: Pick<SweepOptions, 'report' | 'format'> & FigureChoice & { readonly short?: true },
): Promise<string[]> {
  if (!report && format.length === 0) return []
  // The libraries that draw take long to load, so that only what draws loads them.
  const { readManifest, writeFormats, writeReport } = await import('../../reports/index.ts')
  // It also says which networks, delays and wake-ups of users' own a chart can be about.
  readManifest(directory)
  await assertCharts(chart, '--chart')
  const files = resultFiles(directory)
  const drawn = report
    ? await writeReport(directory, {
        ...{ replayCommand, readFile, files, onNotice },
        ...{ charts: chart, themes: theme, dpi, short, loadTheme },
      })
    : []
  return [...drawn, ...writeFormats(directory, format, files, onNotice)]
}

/** Tells what the user should know. */
export const onNotice = (text: string): unknown => process.stderr.write(`admissible: ${text}\n`)
