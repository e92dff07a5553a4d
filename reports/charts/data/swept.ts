import {
  delays,
  didYouMean,
  type Entry,
  InputError,
  type Parsed,
  parameterTitle,
  spelled,
  titleOf,
  topologies,
  wakeUps,
} from '../../../engine/index.ts'
import type { Manifest } from '../../../experiments/cell/index.ts'
import { distinct } from '../../group-by.ts'
import type { Group, GroupKey } from '../../statistics/groups.ts'
import { type Dimension, dimensions, dimensionTitles, headingOf, specOf } from '../../wording/dimensions.ts'
import { figure } from '../../wording/numbers.ts'

/** Something that a sweep varies: the number of processors, a dimension, or a number in the specs of one. */
export interface Swept {
  /** As charts are asked for it: `n`, `delay`, `gnp:degree`. */
  readonly name: string
  /** What an axis calls it. */
  readonly title: string
  /** What a sentence calls it. */
  readonly words: string
  /** The dimension that it is, if it is one. */
  readonly dimension: Dimension | null
  /** The parameter that it is, if it is one, and the entry that has it, of the catalogue of a dimension. */
  readonly parameter: { readonly name: string; readonly entry: Entry; readonly within: Parametrised } | null
  /** Its value in a group; null where the group has none. */
  readonly read: (key: GroupKey) => number | string | null
  readonly labelOf: (key: GroupKey, manifest: Manifest) => string
}

/** The dimensions whose values are specs with parameters. */
const catalogues = { topology: topologies, delay: delays, wakeup: wakeUps } as const
type Parametrised = keyof typeof catalogues
const parametrised = ['topology', 'delay', 'wakeup'] as const satisfies readonly Parametrised[]

const size: Swept = {
  name: 'n',
  title: 'n (processors)',
  words: 'number of processors',
  dimension: null,
  parameter: null,
  read: ({ n }) => n,
  labelOf: ({ n }) => figure(n),
}

/** Reads `n`, the name of a dimension, or `FAMILY:PARAMETER`; an InputError says what would be right. */
export function sweptNamed(name: string): Swept {
  if (name === 'n') return size
  const dimension = dimensions.find((one) => one === name)
  if (dimension !== undefined) return whole(dimension)
  const [family = '', parameter] = name.split(':')
  const known = ['n', ...dimensions]
  if (parameter === undefined)
    throw new InputError(
      `“${name}” is nothing that a sweep varies${didYouMean(name, known) || `; write ${known.join(', ')}, or a number in specs, such as gnp:degree`}`,
    )
  const families = parametrised.map((within) => catalogues[within].entries as readonly Entry[])
  for (const [i, entries] of families.entries()) {
    const entry = entries.find((one) => one.name === family)
    if (entry === undefined) continue
    const numeric = numericParameters(entry)
    if (numeric.includes(parameter)) return numberIn(parametrised[i]!, entry, parameter)
    const all = numeric.length === 0 ? 'it has none' : `it has ${numeric.join(', ')}`
    throw new InputError(
      `${family} has no number “${parameter}”${didYouMean(parameter, numeric) || `; ${all}`}`,
    )
  }
  const names = families.flatMap((entries) => entries.map((entry) => entry.name))
  throw new InputError(
    `“${family}” is no topology, delay or wake-up${didYouMean(family, names) || '; see admissible list'}`,
  )
}

/** All that takes several values among the groups: n, then numbers in specs, then dimensions. */
export function sweptIn(groups: readonly Group[]): Swept[] {
  const numbers = parametrised.flatMap((dimension) => {
    const specs = distinct(groups.map(({ key }) => specOf(key, dimension)))
    const parsed = specs.map((spec): Parsed<Entry> | null => catalogues[dimension].find(spec))
    const entries = distinct(parsed.flatMap((spec) => spec?.entry ?? []))
    return entries.flatMap((entry) =>
      numericParameters(entry).map((parameter) => numberIn(dimension, entry, parameter)),
    )
  })
  return [size, ...numbers, ...dimensions.map(whole)].filter((swept) => valuesIn(groups, swept).length > 1)
}

/** The values that the groups take: numbers in ascending order, others in order of appearance. */
export function valuesIn(groups: readonly Group[], { read }: Swept): (number | string)[] {
  const values = distinct(groups.flatMap(({ key }) => read(key) ?? []))
  return values.every((value) => typeof value === 'number') ? values.sort((a, b) => a - b) : values
}

/** The key of a group without those numbers in its specs that are told apart otherwise. */
export function keyWithout(key: GroupKey, swept: readonly Swept[]): GroupKey {
  let rest = key
  for (const { parameter } of swept) {
    if (parameter === null) continue
    const { name, entry, within } = parameter
    const given = specIn(rest, within, entry)?.given
    if (given !== undefined) rest = { ...rest, [within]: spelled(entry, { ...given, [name]: undefined }) }
  }
  return rest
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

function numberIn(dimension: Parametrised, entry: Entry, parameter: string): Swept {
  const read = (key: GroupKey): number | null => {
    const value = specIn(key, dimension, entry)?.values[parameter]
    return typeof value === 'number' ? value : null
  }
  const words = `${parameterTitle(entry, parameter)} of ${titleOf(entry)}`
  return {
    name: `${entry.name}:${parameter}`,
    title: words,
    words,
    dimension: null,
    parameter: { name: parameter, entry, within: dimension },
    read,
    labelOf: (key) => figure(read(key) ?? Number.NaN),
  }
}

const numericParameters = ({ parameters }: Entry): string[] =>
  Object.entries(parameters).flatMap(([name, { kind }]) => (kind === 'text' ? [] : name))

/** What a key has in a dimension, if that is a spec of this entry; it may also be the name of a timing. */
function specIn(key: GroupKey, dimension: Parametrised, entry: Entry): Parsed<Entry> | null {
  const spec = catalogues[dimension].find(specOf(key, dimension))
  return spec?.entry === entry ? spec : null
}
