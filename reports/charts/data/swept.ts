import {
  didYouMean,
  type Entry,
  InputError,
  inputsParts,
  parameterTitle,
  titleOf,
} from '../../../engine/index.ts'
import {
  type CataloguedDimension,
  cataloguedDimensions,
  catalogues,
  type Manifest,
  type ParametrisedDimension,
  parameterName,
  parametersAt,
  parametrisedDimensions,
} from '../../../experiments/cell/index.ts'
import { distinct } from '../../group-by.ts'
import type { Group, GroupKey } from '../../statistics/groups.ts'
import { type Dimension, dimensions, dimensionTitles, headingOf, specOf } from '../../wording/dimensions.ts'
import { figure } from '../../wording/numbers.ts'
import { asNamed } from './as-named.ts'
import { type SweptParameter, specIn } from './key-without.ts'

/** Something that a sweep varies: the number of processors, a dimension, or a parameter of one. */
export interface Swept {
  /** As charts are asked for it: `n`, `delay`, `topology_degree`, `gnp:degree`. */
  readonly name: string
  /** What an axis calls it. */
  readonly title: string
  /** What a sentence calls it. */
  readonly words: string
  /** The dimension that it is, if it is one. */
  readonly dimension: Dimension | null
  /** The parameter that it is, if it is one. */
  readonly parameter: SweptParameter | null
  /** Its value in a group; null where the group has none. */
  readonly read: (key: GroupKey) => number | string | null
  readonly labelOf: (key: GroupKey, manifest: Manifest) => string
}

const size: Swept = {
  name: 'n',
  title: 'n (processors)',
  words: 'number of processors',
  dimension: null,
  parameter: null,
  read: ({ n }) => n,
  labelOf: ({ n }) => figure(n),
}

/**
 * Reads `n`, the name of a dimension, a parameter as tables name it (`topology_degree`), or one of a single family
 * (`gnp:degree`); an InputError says what would be right.
 */
export function sweptNamed(name: string): Swept {
  if (name === 'n') return size
  const dimension = dimensions.find((one) => one === name)
  if (dimension !== undefined) return whole(dimension)
  const within = parametrisedDimensions.find((one) => name.startsWith(`${one}_`))
  if (within !== undefined) return parameterOf(within, name)
  return ofFamily(name)
}

/** A number in the specs of one family. */
function ofFamily(name: string): Swept {
  const [family = '', parameter] = name.split(':')
  const known = ['n', ...dimensions]
  if (parameter === undefined)
    throw new InputError(
      `“${name}” is nothing that a sweep varies${didYouMean(name, known) || `; write ${known.join(', ')}, or a parameter, such as topology_degree or gnp:degree`}`,
    )
  for (const within of cataloguedDimensions) {
    const entry = catalogues[within].entries.find((one) => one.name === family)
    if (entry === undefined) continue
    const numeric = numericParameters(entry)
    if (numeric.includes(parameter)) return numberIn(within, entry, parameter)
    const all = numeric.length === 0 ? 'it has none' : `it has ${numeric.join(', ')}`
    throw new InputError(
      `${family} has no number “${parameter}”${didYouMean(parameter, numeric) || `; ${all}`}`,
    )
  }
  const names = cataloguedDimensions.flatMap((within) =>
    catalogues[within].entries.map((entry) => entry.name),
  )
  throw new InputError(
    `“${family}” is no topology, delay, wake-up, workload, kind of faults, or rule for weights or clocks${didYouMean(family, names) || '; see admissible list'}`,
  )
}

/** A parameter of any family that has it, as tables name it. */
function parameterOf(within: ParametrisedDimension, name: string): Swept {
  const known = knownParameters(within)
  const having = known.filter((one) => one.name === name)
  if (having.length === 0 && within !== 'algorithm') {
    const names = distinct(known.map((one) => one.name))
    throw new InputError(
      `“${name}” is no parameter of ${dimensionTitles[within].toLowerCase()}${didYouMean(name, names) || `; there are ${names.join(', ')}`}`,
    )
  }
  const words = having[0]?.words ?? name.slice(within.length + 1).replaceAll('_', ' ')
  const read = (key: GroupKey) => parametersAt(key, [asNamed(key.algorithm)])[name] ?? null
  return {
    name,
    title: words,
    words,
    dimension: null,
    parameter: { name, entry: null, within },
    read,
    labelOf: (key) => valueText(read(key)),
  }
}

/** All parameters that there are, by the names of their columns. */
export const parameterNames = (): string[] =>
  distinct(parametrisedDimensions.flatMap(knownParameters).map(({ name }) => name))

/** All parameters of a dimension by the names of their columns, with what an axis calls each. */
function knownParameters(within: ParametrisedDimension): { readonly name: string; readonly words: string }[] {
  if (within === 'algorithm') return []
  if (within === 'inputs')
    return Object.keys(inputsParts).map((key) => ({ name: parameterName(within, key), words: key }))
  return catalogues[within].entries.flatMap((entry) =>
    Object.entries(entry.parameters).map(([key, { description }]) => ({
      name: parameterName(within, key),
      // A letter tells nothing; what it stands for does.
      words:
        key.length === 1 ? `${key}, ${description}` : `${parameterTitle(entry, key)} of ${nouns[within]}`,
    })),
  )
}

const nouns = {
  topology: 'the network',
  delay: 'the delays',
  wakeup: 'the wake-up',
  faults: 'the faults',
  clocks: 'the clocks',
  workload: 'the workload',
  weights: 'the weights',
} as const

/** All that takes several values among the groups: n, then numbers in specs, then dimensions. */
export function sweptIn(groups: readonly Group[]): Swept[] {
  const numbers = cataloguedDimensions.flatMap((within) => {
    const specs = distinct(groups.map(({ key }) => specOf(key, within)))
    const entries = distinct(specs.flatMap((spec) => catalogues[within].find(spec)?.entry ?? []))
    return entries.flatMap((entry) =>
      numericParameters(entry).map((parameter) => numberIn(within, entry, parameter)),
    )
  })
  return [size, ...numbers, ...dimensions.map(whole)].filter((swept) => valuesIn(groups, swept).length > 1)
}

/** The values that the groups take: numbers in ascending order, others in order of appearance. */
export function valuesIn(groups: readonly Group[], { read }: Swept): (number | string)[] {
  const values = distinct(groups.flatMap(({ key }) => read(key) ?? []))
  return values.every((value) => typeof value === 'number') ? values.sort((a, b) => a - b) : values
}

const whole = (dimension: Dimension): Swept => ({
  name: dimension,
  title: dimensionTitles[dimension].toLowerCase(),
  words: dimensionTitles[dimension].toLowerCase(),
  dimension,
  parameter: null,
  read: (key) => specOf(key, dimension),
  labelOf: (key, manifest) => headingOf(key, dimension, manifest),
})

function numberIn(within: CataloguedDimension, entry: Entry, parameter: string): Swept {
  const read = (key: GroupKey): number | null => {
    const value = specIn(key, within, entry)?.values[parameter]
    return typeof value === 'number' ? value : null
  }
  const words = `${parameterTitle(entry, parameter)} of ${titleOf(entry)}`
  return {
    name: `${entry.name}:${parameter}`,
    title: words,
    words,
    dimension: null,
    parameter: { name: parameterName(within, parameter), entry, within },
    read,
    labelOf: (key) => valueText(read(key)),
  }
}

const valueText = (value: number | string | null): string =>
  typeof value === 'string' ? value : figure(value ?? Number.NaN)

const numericParameters = ({ parameters }: Entry): string[] =>
  Object.entries(parameters).flatMap(([name, { kind }]) => (kind === 'text' ? [] : name))
