import { stringify } from 'csv-stringify/sync'
import type { Manifest } from '../../experiments/cell/index.ts'
import { type GrowthVerdict, growthVerdicts } from '../growth/growth-verdicts.ts'
import { optionalIn, optionalOf, type Results, withOptional } from '../statistics/groups.ts'
import { rounded } from '../statistics/rounded.ts'
import { growthSentence } from '../wording/growth-sentence.ts'

/** The columns of growth.csv, in order. */
export const growthColumns = [
  'algorithm',
  'timing',
  'topology',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'measure',
  'n_min',
  'n_max',
  'sizes',
  'verdict',
  'class',
  'support',
  'rivals',
  'misfit',
  'hold_out_error',
  'exponent',
  'exponent_low',
  'exponent_high',
  'size_to_tell',
  'replicates_to_tell',
  'sentence',
] as const

/** A line of growth.csv. */
export type GrowthFinding = Readonly<Record<(typeof growthColumns)[number], string | number | null>> & {
  readonly weights?: string
  readonly clocks?: string
  readonly workload?: string
}

/** What is found about the growth of each cost, as flat records. */
export function growthFindings(results: Results): GrowthFinding[] {
  return growthVerdicts(results).map((verdict) => findingOf(verdict, results.manifest))
}

/** growth.csv: one line per setting and measure. */
export function growthCsv(results: Results): string {
  const findings = growthFindings(results)
  const columns = withOptional(growthColumns, optionalIn(findings))
  return stringify(findings, { header: true, columns, record_delimiter: '\n' })
}

function findingOf(verdict: GrowthVerdict, manifest: Manifest): GrowthFinding {
  const { key, topologies, measure, sizes, assessment } = verdict
  const { algorithm, timing, delay, wakeup, faults, inputs } = key
  const [first, ...rivals] = assessment?.contenders ?? []
  const exponent = topologies.length > 1 ? undefined : assessment?.exponent
  const figure = (value: number | undefined) => rounded(value ?? null)
  return {
    algorithm,
    timing,
    topology: topologies.join(' + '),
    delay,
    wakeup,
    faults,
    inputs,
    ...optionalOf(key),
    measure,
    n_min: sizes[0] ?? null,
    n_max: sizes.at(-1) ?? null,
    sizes: sizes.length,
    verdict: assessment?.kind ?? 'not judged',
    class: first?.text ?? null,
    support: figure(first?.share),
    rivals: assessment === null ? null : rivals.map(({ text, share }) => `${text}: ${share}`).join('; '),
    misfit: figure(first?.misfit),
    hold_out_error: figure(first?.holdOut),
    exponent: figure(exponent?.value),
    exponent_low: figure(exponent?.low),
    exponent_high: figure(exponent?.high),
    size_to_tell: assessment?.enough?.size ?? null,
    replicates_to_tell: assessment?.enough?.replicates ?? null,
    sentence: growthSentence(verdict, manifest),
  }
}
