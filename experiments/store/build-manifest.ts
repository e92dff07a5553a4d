import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import {
  type AnyAlgorithm,
  allClaims,
  familyParameters,
  formulaOf,
  runsInRoundsOnly,
} from '../../engine/index.ts'
import {
  type AlgorithmData,
  type ClaimData,
  type Manifest,
  moduleOf,
  ownFamilies,
  type Shard,
  type SpecsByKind,
  wrapperNames,
} from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import type { LogHeader } from './log.ts'

/** An experiment's definition as data. */
function experimentData(experiment: Experiment): Manifest['experiment'] {
  return { ...experiment, algorithms: experiment.algorithms.map(({ name }) => name) }
}

/** The specs of an experiment, by kind. */
export const specsOf = ({ topologies, delays, wakeups, algorithms }: Experiment): SpecsByKind => ({
  topology: topologies,
  delay: delays,
  wakeup: wakeups,
  over: wrapperNames(algorithms),
})

/** What a manifest says before anything has run. */
export function describeExperiment(
  experiment: Experiment,
  {
    shard,
    ...details
  }: Pick<Manifest, 'codeHash' | 'data' | 'command'> & { readonly shard?: Shard | undefined },
): LogHeader['manifest'] {
  const families = ownFamilies(specsOf(experiment)).map(({ family }) => family)
  return {
    format: 'admissible-results/2',
    experiment: experimentData(experiment),
    algorithms: experiment.algorithms.map(algorithmData),
    ...(families.length > 0 && { families }),
    versions: { admissible: ownVersion(), node: process.versions.node, v8: process.versions.v8 },
    ...(shard && { shard }),
    ...details,
  }
}

function algorithmData(algorithm: AnyAlgorithm): AlgorithmData {
  const { name, title = name, summary = null, source = null } = algorithm
  const module = moduleOf(algorithm)
  const safety = Object.entries(algorithm.properties ?? {}).flatMap(([property, { kind }]) =>
    kind === 'safety' ? property : [],
  )
  const parameters = familyParameters(algorithm)
  return {
    name,
    title: composed(title),
    summary: composed(summary),
    source: composed(source),
    module: module === undefined ? null : shortPath(module),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(runsInRoundsOnly(algorithm) && ({ roundsOnly: true } as const)),
    ...(safety.length > 0 && { safety }),
    claims: allClaims(algorithm).map(({ id, measure, claim }): ClaimData => {
      const { kind, over, formula, when, where = {}, source: claimSource = null } = claim
      const { text, latex } = formulaOf(formula)
      const quantities = Object.entries(where).map(([symbol, { description }]) => [
        symbol,
        composed(description),
      ])
      const condition = composed(when?.text ?? null)
      return {
        id,
        measure,
        kind,
        over,
        formula,
        text,
        latex,
        when: condition,
        about: when?.about ?? [],
        where: Object.fromEntries(quantities),
        source: composed(claimSource),
      }
    }),
  }
}

/** Letters as most fonts have them: ö as one letter, not as two. */
const composed = <T extends string | null>(text: T): T => (text?.normalize('NFC') ?? null) as T

/** From the working directory, if the file lies below it. */
function shortPath(file: string): string {
  const path = relative('', file)
  return (path.startsWith('..') ? file : path).replaceAll('\\', '/')
}

/** The version of this package. */
function ownVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
