import * as algorithmsDoor from '../../algorithms/index.ts'
import {
  attackStrategies,
  broadcastConditions,
  clockRules,
  daemons,
  delays,
  faultKinds,
  mutualExclusionConditions,
  schedulers,
  sequentialObjects,
  services,
  topologies,
  wakeUps,
  weightRules,
  workloads,
  wrappers,
} from '../../engine/index.ts'
import { stockExperiments, stockMaps } from '../../experiments/index.ts'
import { chartKinds, themes } from '../../reports/index.ts'

/** Things of one kind, of which there are several to choose from. */
interface Kind {
  readonly kind: string
  /** All that are in the catalogue. */
  readonly entries: readonly object[]
  readonly nameOf: (entry: object) => string
  /** Where their files lie, with subfolders. */
  readonly folder: string
  /** Whether what a file exports is one of the kind. */
  readonly isOne: (value: object) => boolean
  /** The page that documents each, in the first column of a table or as a heading. */
  readonly page: string
}

const has =
  (...keys: readonly string[]) =>
  (value: object): boolean =>
    keys.every((key) => key in value)

const nameOf = (entry: object): string => (entry as { name: string }).name

const themeNames = new Map(Object.entries(themes).map(([name, look]) => [look as object, name]))

/** All kinds of things that have a catalogue. */
export const kinds: readonly Kind[] = [
  {
    kind: 'algorithm',
    entries: algorithmsDoor.algorithms,
    nameOf,
    folder: 'algorithms',
    isOne: (value) => has('name', 'requires', 'initially')(value) && !has('operations')(value),
    page: 'docs/algorithms.md',
  },
  {
    kind: 'algorithm for shared memory',
    entries: algorithmsDoor.sharedAlgorithms,
    nameOf,
    folder: 'algorithms',
    isOne: has('name', 'requires', 'operations'),
    page: 'docs/shared-memory.md',
  },
  {
    kind: 'scheduler',
    entries: schedulers.entries,
    nameOf,
    folder: 'engine/shared-memory/schedulers',
    isOne: has('name', 'parameters', 'schedule'),
    page: 'docs/shared-memory.md',
  },
  {
    kind: 'self-stabilising algorithm',
    entries: algorithmsDoor.stabilisingAlgorithms,
    nameOf,
    folder: 'algorithms',
    isOne: has('name', 'next', 'isLegitimate'),
    page: 'docs/self-stabilisation.md',
  },
  {
    kind: 'daemon',
    entries: daemons.entries,
    nameOf,
    folder: 'engine/stabilisation',
    isOne: has('name', 'parameters', 'allows'),
    page: 'docs/self-stabilisation.md',
  },
  {
    kind: 'topology',
    entries: topologies.entries,
    nameOf,
    folder: 'engine/topology',
    isOne: has('name', 'parameters', 'build'),
    page: 'docs/topologies.md',
  },
  {
    kind: 'delay',
    entries: delays.entries,
    nameOf,
    folder: 'engine/timing',
    isOne: has('name', 'parameters', 'create'),
    page: 'docs/delays.md',
  },
  {
    kind: 'wake-up',
    entries: wakeUps.entries,
    nameOf,
    folder: 'engine/wake-up',
    isOne: has('name', 'parameters', 'create'),
    page: 'docs/delays.md',
  },
  {
    kind: 'rule for weights',
    entries: weightRules.entries,
    nameOf,
    folder: 'engine/weights',
    isOne: has('name', 'parameters', 'create'),
    page: 'docs/weights.md',
  },
  {
    kind: 'object',
    entries: sequentialObjects.entries,
    nameOf,
    folder: 'engine/histories/objects',
    isOne: has('name', 'parameters', 'operations', 'create'),
    page: 'docs/histories.md',
  },
  {
    kind: 'condition of histories',
    entries: [...mutualExclusionConditions, ...broadcastConditions],
    nameOf,
    folder: 'engine/histories',
    isOne: has('name', 'kind', 'follow'),
    page: 'docs/histories.md',
  },
  {
    kind: 'rule for clocks',
    entries: clockRules.entries,
    nameOf,
    folder: 'engine/clocks',
    isOne: has('name', 'parameters', 'create'),
    page: 'docs/clocks.md',
  },
  {
    kind: 'kind of faults',
    entries: faultKinds.entries,
    nameOf,
    folder: 'engine/faults',
    isOne: has('name', 'parameters', 'faulty'),
    page: 'docs/faults.md',
  },
  {
    kind: 'service',
    entries: services,
    nameOf,
    folder: 'engine/services',
    isOne: has('name', 'operations', 'properties'),
    page: 'docs/services.md',
  },
  {
    kind: 'workload',
    entries: workloads.entries,
    nameOf,
    folder: 'engine/workload',
    isOne: has('name', 'parameters', 'create'),
    page: 'docs/services.md',
  },
  {
    kind: 'wrapper',
    entries: wrappers.entries,
    nameOf,
    folder: 'algorithms/wrappers',
    isOne: has('name', 'parameters', 'takes', 'wrap'),
    page: 'docs/wrappers.md',
  },
  {
    kind: 'strategy',
    entries: attackStrategies,
    nameOf,
    folder: 'engine/worst-case/attack/strategies',
    isOne: has('name', 'summary', 'search'),
    page: 'docs/worst-cases.md',
  },
  {
    kind: 'stock experiment',
    entries: [...stockExperiments, ...stockMaps],
    nameOf,
    folder: 'experiments/library',
    isOne: has('name', 'question', 'algorithms'),
    page: 'docs/experiments.md',
  },
  {
    kind: 'chart',
    entries: chartKinds.entries,
    nameOf,
    folder: 'reports/charts/kinds',
    isOne: has('name', 'parameters', 'draw'),
    page: 'docs/gallery.md',
  },
  {
    kind: 'theme',
    entries: Object.values(themes),
    nameOf: (look) => themeNames.get(look) ?? 'a look without a name',
    folder: 'reports/themes',
    isOne: has('ink', 'series'),
    page: 'docs/figures.md',
  },
]

/** What a module exports of a kind and the catalogue lacks: the names under which it exports them. */
export function missingIn({ entries, isOne }: Kind, exports: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(exports)
    .filter(([, value]) => typeof value === 'object' && value !== null && isOne(value))
    .filter(([, value]) => !entries.includes(value as object))
    .map(([name]) => name)
}

/** The entries that a page does not document. */
export function undocumentedIn({ entries, nameOf }: Kind, text: string): string[] {
  return entries.map(nameOf).filter((name) => !new RegExp(`^(\\| |## )\`${name}\``, 'm').test(text))
}
