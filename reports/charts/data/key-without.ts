import { type Entry, findInputs, nameWithout, type Parsed, spelled, titleOf } from '../../../engine/index.ts'
import {
  type CataloguedDimension,
  cataloguedDimensions,
  catalogues,
  type Manifest,
  type ParametrisedDimension,
  parameterName,
} from '../../../experiments/cell/index.ts'
import type { GroupKey } from '../../statistics/groups.ts'
import { circumstance, type Dimension, headingOf, specOf } from '../../wording/dimensions.ts'

/** A parameter by the name of its column; of one entry alone, if there is one. */
export interface SweptParameter {
  readonly name: string
  readonly entry: Entry | null
  readonly within: ParametrisedDimension
}

/** Something that is told apart, perhaps a parameter. */
interface Taken {
  readonly parameter: SweptParameter | null
}

/** The key of a group without those parameters in its specs that are told apart otherwise. */
export function keyWithout(key: GroupKey, taken: readonly Taken[]): GroupKey {
  let rest = key
  for (const { parameter } of taken) if (parameter !== null) rest = without(rest, parameter)
  return rest
}

function without(key: GroupKey, { name, entry, within }: SweptParameter): GroupKey {
  if (within === 'algorithm')
    return {
      ...key,
      algorithm: nameWithout(key.algorithm, (own) => parameterName('algorithm', own) === name),
    }
  if (within === 'inputs') return { ...key, inputs: inputsWithout(key.inputs, name) }
  const spec = specIn(key, within, entry)
  if (spec === null) return key
  const given = Object.entries(spec.given).filter(([own]) => parameterName(within, own) !== name)
  return { ...key, [within]: spelled(spec.entry, Object.fromEntries(given)) }
}

function inputsWithout(inputs: string, name: string): string {
  const given = findInputs(inputs === '' ? 'random' : inputs)?.given ?? {}
  const left = Object.entries(given).filter(([own]) => parameterName('inputs', own) !== name)
  return left.map(([own, value]) => `${own}=${value}`).join(',') || 'random'
}

/** What a key has in a dimension, if that is a spec, of this entry if one is given; it may also be the name of a timing. */
export function specIn(
  key: GroupKey,
  dimension: Exclude<ParametrisedDimension, 'algorithm' | 'inputs'>,
  entry: Entry | null,
): Parsed<Entry> | null {
  const text = specOf(key, dimension)
  const found = catalogues[dimension].find(text)
  if (found === null || (entry !== null && found.entry !== entry)) return null
  return Object.keys(found.formulas).length === 0 ? found : catalogues[dimension].at(text, key.n)
}

/**
 * What is left of a spec of which parameters are told apart otherwise, in words: a family without any is called by its
 * title, since it has other parameters than usual. Null where none of them is in it.
 */
function familyIn(key: GroupKey, dimension: Dimension, taken: readonly Taken[]): string | null {
  const rest = specOf(keyWithout(key, taken), dimension)
  if (rest === specOf(key, dimension) && !hasTaken(key, dimension, taken)) return null
  const entry = isCatalogued(dimension) ? catalogues[dimension].find(rest)?.entry : undefined
  const family = entry !== undefined && rest === entry.name ? titleOf(entry) : rest
  if (dimension === 'wakeup') return `wake-up ${family}`
  return dimension === 'delay' ? `asynchronous, delays ${family}` : family
}

const isCatalogued = (dimension: Dimension): dimension is CataloguedDimension =>
  cataloguedDimensions.some((one) => one === dimension)

/** Whether a taken parameter, perhaps with its default value, is one of the spec's. */
function hasTaken(key: GroupKey, dimension: Dimension, taken: readonly Taken[]): boolean {
  return taken.some(({ parameter }) => {
    if (parameter === null || parameter.within !== dimension) return false
    if (!isCatalogued(dimension)) return false
    const spec = specIn(key, dimension, parameter.entry)
    return (
      spec !== null &&
      Object.keys(spec.entry.parameters).some((own) => parameterName(dimension, own) === parameter.name)
    )
  })
}

/** A dimension as a heading, without what is told apart otherwise. */
export const headingWithout = (
  key: GroupKey,
  dimension: Dimension,
  taken: readonly Taken[],
  manifest: Manifest,
): string => familyIn(key, dimension, taken) ?? headingOf(key, dimension, manifest)

/** A dimension as a part of a subtitle, without what is told apart otherwise. */
export const circumstanceWithout = (
  key: GroupKey,
  dimension: Dimension,
  taken: readonly Taken[],
  manifest: Manifest,
): string => familyIn(key, dimension, taken) ?? circumstance(key, dimension, manifest)
