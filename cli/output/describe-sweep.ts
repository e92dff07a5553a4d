import { join, relative } from 'node:path'
import pc from 'picocolors'
import { cellOf, type Row, replayCommand, type SweepResult, safetySentence } from '../../experiments/index.ts'
import type { GrowthFinding } from '../../reports/index.ts'
import { describeGrowth } from './describe-growth.ts'
import { describeTightness, type ToldTightness, tightnessData } from './describe-tightness.ts'

/** At most so many violations and failures are named; all are in runs.csv. */
const mostNamed = 5

/** What the statistics of a sweep say. */
export interface SweepFindings {
  /** The answer to the question in one or two sentences; null if no report was asked for. */
  readonly answer: string | null
  readonly tightness: readonly ToldTightness[]
  readonly growth: readonly GrowthFinding[]
  /** The same for people, of what could be judged, a line each. */
  readonly growthLines: readonly string[]
  /** The claims about means and growth that the sweep speaks against, a sentence for each. */
  readonly inconsistent: readonly string[]
  /** The claims whose condition no run meets, a sentence for each. */
  readonly unmet: readonly string[]
}

/**
 * What came of a sweep: how many runs, what was violated or failed and how to see it again, where the files lie.
 * `files` are those of the report, relative to the folder of the results.
 */
export function describeSweep(
  result: SweepResult,
  files: readonly string[],
  { answer, tightness, growth, growthLines, inconsistent, unmet }: SweepFindings,
  json: boolean,
): string {
  const { runs, held, manifest, violations, failures } = result
  const directory = relative('', result.directory) || '.'
  const safety = safetySentence(result.rows, manifest.algorithms)
  if (json) {
    const named = (bad: readonly Row[]) =>
      bad.map((row) => ({ detail: row.detail, replay: replay(row, result) }))
    const document = {
      experiment: manifest.experiment.name,
      directory,
      ...(answer === null ? {} : { answer }),
      runs,
      outcomes: manifest.outcomes,
      violations: named(violations),
      failures: named(failures),
      ...(safety === null ? {} : { safety }),
      ...(inconsistent.length > 0 ? { inconsistent } : {}),
      ...(unmet.length > 0 ? { unmet } : {}),
      ...(tightness.length > 0 ? { tightness: tightnessData(tightness) } : {}),
      ...(growth.length > 0 ? { growth } : {}),
      files: ['runs.csv', 'timings.csv', 'manifest.json', ...files],
    }
    return `${JSON.stringify(document)}\n`
  }
  const wrong = violations.length + failures.length + inconsistent.length > 0
  const kept = `${runs} ${tightness.length > 0 ? 'runs and worst cases' : 'runs'}, ${held} of them kept their claims: ${verdict(violations.length, failures.length, inconsistent.length)}`
  const lines = [
    // The answer says itself that all is well.
    ...(answer === null ? [] : [answer]),
    ...(answer === null || wrong ? [kept] : []),
    ...bad('violated', violations, result),
    ...bad(
      'failed',
      failures.filter((row) => !violations.includes(row)),
      result,
    ),
    ...(safety === null ? [] : [`  ${safety}`]),
    ...inconsistent.map((sentence) => `  ${pc.red('inconsistent')}: ${sentence}`),
    ...untested(unmet),
    ...describeTightness(tightness),
    ...describeGrowth(growthLines),
    '',
    `  data    ${join(directory, 'runs.csv')}`,
  ]
  if (files.includes('report.html')) {
    const charts = files.filter((file) => file.endsWith('.vl.json')).length
    lines.push(`  charts  ${join(directory, 'charts')} (${charts}: SVG, PNG, PDF, Vega-Lite, data)`)
    lines.push(`  papers  ${join(directory, 'latex')}, ${join(directory, 'tables.md')}`)
    lines.push(`  report  ${join(directory, 'report.html')}`)
  }
  return `${lines.join('\n')}\n`
}

/** Claims of which the sweep says nothing, since their conditions never hold in it. */
function untested(unmet: readonly string[]): string[] {
  const named = unmet.slice(0, mostNamed).map((sentence) => `  not tested: ${sentence}`)
  return unmet.length > mostNamed
    ? [...named, `  … and ${unmet.length - mostNamed} more, which the report names`]
    : named
}

function replay(row: Row, result: SweepResult): string {
  const module = result.manifest.algorithms.find(({ name }) => name === row.algorithm)?.module
  const cell = JSON.stringify(cellOf(row))
  return replayCommand(row, module, () => ({
    folder: relative('', result.directory) || '.',
    row: result.rows.findIndex((other) => JSON.stringify(cellOf(other)) === cell) + 1,
  }))
}

function verdict(violations: number, failures: number, inconsistent: number): string {
  if (violations + failures + inconsistent === 0) return pc.green('no claim and no property was violated')
  const parts = [
    violations > 0 ? [pc.red(`${violations} violated a claim or a property`)] : [],
    failures > 0 ? [pc.red(`${failures} failed or ran out of budget`)] : [],
    inconsistent === 1 ? [pc.red('1 claim about a mean or a growth is inconsistent with them')] : [],
    inconsistent > 1
      ? [pc.red(`${inconsistent} claims about means or growth are inconsistent with them`)]
      : [],
  ]
  return parts.flat().join(', ')
}

function bad(word: 'violated' | 'failed', rows: readonly Row[], result: SweepResult): string[] {
  const named = rows
    .slice(0, mostNamed)
    .flatMap((row) => [
      `  ${word === 'failed' && row.outcome === 'budget' ? 'out of budget' : word}: ${about(row)}: ${row.detail}`,
      `    to see it again: ${replay(row, result)}`,
    ])
  return rows.length > mostNamed ? [...named, `  … and ${rows.length - mostNamed} more`] : named
}

const about = ({ algorithm, topology, n, evidence }: Row): string =>
  `${evidence === 'sampled' ? '' : `${evidence} worst case of `}${algorithm} on ${topology}, n = ${n}`
