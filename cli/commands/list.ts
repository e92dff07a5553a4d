import { Argument } from 'commander'
import pc from 'picocolors'
import {
  algorithmFamilies,
  algorithms,
  sharedAlgorithms,
  stabilisingAlgorithms,
} from '../../algorithms/index.ts'
import {
  allClaims,
  clockRules,
  daemons,
  delays,
  type Entry,
  faultKinds,
  formulaOf,
  isSharedObject,
  schedulers,
  services,
  sharedClaims,
  topologies,
  wakeUps,
  weightRules,
  workloads,
  wrappers,
} from '../../engine/index.ts'
import { stockExperiments, stockMaps } from '../../experiments/index.ts'
import { type CommandBuilder, examples } from './command.ts'

/** What there is of one kind, as data. */
type Listing = readonly Readonly<Record<string, unknown>>[]

const kinds: Readonly<Record<string, () => Listing | Promise<Listing>>> = {
  algorithms: () => [
    ...algorithms.map((algorithm) => ({
      name: algorithm.name,
      summary: algorithm.summary ?? '',
      source: algorithm.source ?? '',
      requires: Object.entries(algorithm.requires).map(([key, value]) =>
        value === true ? key : `${key}: ${value}`,
      ),
      claims: allClaims(algorithm).map(({ measure, claim }) => ({
        measure,
        kind: claim.kind,
        formula: formulaOf(claim.formula).text,
        when: claim.when?.text ?? null,
      })),
    })),
    ...entries(algorithmFamilies),
  ],
  wrappers: () => entries(wrappers.entries),
  'shared-memory': () =>
    sharedAlgorithms.map((algorithm) => ({
      name: algorithm.name,
      summary: algorithm.summary ?? '',
      source: algorithm.source ?? '',
      guarantees: isSharedObject(algorithm)
        ? `${algorithm.guarantees}, ${algorithm.progress}`
        : algorithm.guarantees,
      claims: sharedClaims(algorithm).map(({ measure, claim }) => ({
        measure,
        kind: claim.kind,
        formula: formulaOf(claim.formula).text,
        when: null,
      })),
    })),
  'self-stabilising': () =>
    stabilisingAlgorithms.map(({ name, summary = '', source = '', stabilisesUnder, claims }) => ({
      ...{ name, summary, source },
      daemon: stabilisesUnder,
      claims: Object.entries(claims).map(([measure, { kind, formula }]) => ({
        ...{ measure, kind, formula: formulaOf(formula).text, when: null },
      })),
    })),
  schedulers: () => entries(schedulers.entries),
  daemons: () => entries(daemons.entries),
  topologies: () => entries(topologies.entries),
  delays: () => entries(delays.entries),
  'wake-ups': () => entries(wakeUps.entries),
  weights: () => entries(weightRules.entries),
  clocks: () => entries(clockRules.entries),
  faults: () => entries(faultKinds.entries),
  workloads: () => entries(workloads.entries),
  services: () => services.map(({ name, summary }) => ({ name, summary })),
  experiments: () =>
    [...stockExperiments, ...stockMaps].map(({ name, question }) => ({ name, summary: question })),
  // The libraries that draw take long to load.
  charts: async () => entries((await import('../../reports/index.ts')).chartKinds.entries),
}

export const listCommand: CommandBuilder = (command) =>
  command
    .addArgument(new Argument('[kind]').choices(Object.keys(kinds)))
    .option('--json', 'print an array of objects, or an object of such arrays, one for each kind')
    .addHelpText('after', examples('admissible list', 'admissible list algorithms --json'))
    .action(async (kind: string | undefined, { json }: { json?: true }) => {
      const chosen = kind === undefined ? Object.keys(kinds) : [kind]
      const listings: Record<string, Listing> = {}
      for (const name of chosen) listings[name] = await kinds[name]!()
      const document = kind === undefined ? listings : listings[kind]
      const text = json
        ? `${JSON.stringify(document)}\n`
        : chosen.map((name) => describe(name, listings[name]!)).join('\n')
      process.stdout.write(text)
    })

function entries(all: readonly Pick<Entry, 'name' | 'summary' | 'parameters'>[]): Listing {
  return all.map(({ name, summary, parameters }) => ({ name, summary, parameters }))
}

function describe(kind: string, listing: Listing): string {
  const lines = listing.flatMap((item) => [
    `  ${String(item.name).padEnd(20)} ${item.summary}`,
    ...parametersOf(item).map((line) => `  ${''.padEnd(20)}   ${pc.dim(line)}`),
    ...claimsOf(item).map((line) => `  ${''.padEnd(20)}   ${pc.dim(line)}`),
  ])
  return `${pc.bold(kind)}\n${lines.join('\n')}\n`
}

function parametersOf({ parameters }: Listing[number]): string[] {
  const all = (parameters ?? {}) as Entry['parameters']
  return Object.entries(all).map(([key, { description, default: value }]) =>
    value === undefined ? `${key}: ${description}` : `${key}=${value}: ${description}`,
  )
}

function claimsOf({ claims }: Listing[number]): string[] {
  const all = (claims ?? []) as { measure: string; kind: string; formula: string; when: string | null }[]
  return all.map(
    ({ measure, kind, formula, when }) =>
      `${measure} ${kind} ${formula}${when === null ? '' : `, if ${when}`}`,
  )
}
