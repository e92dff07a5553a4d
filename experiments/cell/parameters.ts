import {
  type AnyAlgorithm,
  type Catalogue,
  type Cell,
  clockRules,
  delays,
  type Entry,
  familyParameters,
  faultKinds,
  findInputs,
  InputError,
  type ParameterValues,
  type Parsed,
  parameterTitle,
  rootAt,
  titleOf,
  topologies,
  wakeUps,
  weightRules,
  workloads,
} from '../../engine/index.ts'
import type { AlgorithmData } from './manifest.ts'
import { tableColumns } from './row.ts'

/** A point of a sweep, whatever its replicate. */
export type Point = Pick<
  Cell,
  | 'algorithm'
  | 'timing'
  | 'topology'
  | 'n'
  | 'delay'
  | 'wakeup'
  | 'faults'
  | 'f'
  | 'inputs'
  | 'weights'
  | 'clocks'
  | 'workload'
>

/** Algorithms as far as their parameters go: themselves, or as a manifest has them. */
export type ParametrisedAlgorithms = readonly (AnyAlgorithm | Pick<AlgorithmData, 'name' | 'parameters'>)[]

/** The dimensions whose values are specs. */
export const cataloguedDimensions = [
  'topology',
  'delay',
  'wakeup',
  'faults',
  'weights',
  'clocks',
  'workload',
] as const
/** One of them. */
export type CataloguedDimension = (typeof cataloguedDimensions)[number]

/** What there is to be asked of a catalogue. */
type ReadCatalogue = Pick<Catalogue<Entry>, 'parse' | 'find' | 'at'> & { readonly entries: readonly Entry[] }

/** The dimensions whose values are specs, with the catalogues that read them. */
export const catalogues: Readonly<Record<CataloguedDimension, ReadCatalogue>> = {
  topology: topologies,
  delay: delays,
  wakeup: wakeUps,
  faults: faultKinds,
  weights: weightRules,
  clocks: clockRules,
  workload: workloads,
}

/** The dimensions whose values have parameters. */
export const parametrisedDimensions = [
  'algorithm',
  'topology',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'weights',
  'clocks',
  'workload',
] as const
/** One of them. */
export type ParametrisedDimension = (typeof parametrisedDimensions)[number]

/**
 * What a parameter of a dimension is called in tables, charts and constraints: `topology_degree`. One that has the name
 * of a column which says something else ends in `_given`: `delay_max_given`.
 */
export function parameterName(dimension: ParametrisedDimension, key: string): string {
  const name = `${dimension}_${key.replaceAll('-', '_')}`
  return (tableColumns as readonly string[]).includes(name) ? `${name}_given` : name
}

/** The parameters at a point of a sweep, by the names of their columns; without those that the point does not have. */
export function parametersAt(
  point: Point,
  algorithms: ParametrisedAlgorithms,
): Readonly<Record<string, number | string>> {
  const found: Record<string, number | string> = {}
  for (const dimension of parametrisedDimensions)
    for (const [key, value] of Object.entries(valuesIn(dimension, point, algorithms)))
      if (value !== undefined) found[parameterName(dimension, key)] = value
  return found
}

function valuesIn(
  dimension: ParametrisedDimension,
  point: Point,
  algorithms: ParametrisedAlgorithms,
): ParameterValues {
  if (dimension === 'algorithm') return algorithmParameters(point.algorithm, algorithms)
  if (dimension === 'inputs') return inputsAt(point)
  const spec = point[dimension]
  if (spec == null) return {}
  // Of a network from a file, n is not known before it is read.
  const parsed =
    point.n === 0 ? catalogues[dimension].find(spec) : readAt(catalogues[dimension], spec, point.n)
  return parsed === null ? {} : withoutFormulas(parsed, point.n)
}

/** Null for what is no spec, or has no value at this n, as in the row of a run that failed for it. */
function readAt(catalogue: ReadCatalogue, spec: string, n: number): Parsed<Entry> | null {
  try {
    return catalogue.at(spec, n)
  } catch (error) {
    if (error instanceof InputError) return null
    throw error
  }
}

function withoutFormulas({ values, formulas }: Parsed<Entry>, n: number): ParameterValues {
  if (n > 0) return values
  return Object.fromEntries(Object.entries(values).filter(([key]) => formulas[key] === undefined))
}

function inputsAt({ inputs, n }: Point): ParameterValues {
  const parsed = findInputs(inputs === '' ? 'random' : inputs)
  if (parsed === null) return {}
  const { root, ...values } = parsed.values
  return { ...values, root: n === 0 ? root : (rootAt(root, n) ?? root) }
}

function algorithmParameters(name: string, algorithms: ParametrisedAlgorithms): ParameterValues {
  const algorithm = algorithms.find((one) => one.name === name)
  if (algorithm === undefined) return {}
  return 'initially' in algorithm
    ? familyParameters(algorithm)
    : ((algorithm as Pick<AlgorithmData, 'parameters'>).parameters ?? {})
}

/**
 * The parameters that a sweep over these points varies, by the names of their columns: those that are numbers, and of
 * which there are at least two, or one that is a formula in n.
 */
export function variedParameters(points: Iterable<Point>, algorithms: ParametrisedAlgorithms): string[] {
  const values = new Map<string, Set<number>>()
  const add = (name: string, value: number) => values.set(name, (values.get(name) ?? new Set()).add(value))
  for (const point of points) {
    for (const [name, value] of Object.entries(parametersAt(point, algorithms)))
      if (typeof value === 'number') add(name, value)
    for (const name of formulasIn(point)) add(name, Number.NaN)
  }
  return [...values].filter(([, found]) => found.size > 1).map(([name]) => name)
}

/** The parameters of a point that are formulas. */
function formulasIn(point: Point): string[] {
  return cataloguedDimensions.flatMap((dimension) => {
    const spec = point[dimension]
    const formulas = spec == null ? {} : (catalogues[dimension].find(spec)?.formulas ?? {})
    return Object.keys(formulas).map((key) => parameterName(dimension, key))
  })
}

/** What an axis and a sentence call a parameter: “mean degree of G(n, p)”, where the specs agree on who has it. */
export function parameterWords(name: string, points: readonly Point[]): string {
  for (const dimension of cataloguedDimensions) {
    const entries = new Set(
      points.flatMap((point) => {
        const spec = point[dimension]
        return (spec == null ? null : catalogues[dimension].find(spec))?.entry ?? []
      }),
    )
    const having = [...entries].flatMap((entry) =>
      Object.keys(entry.parameters)
        .filter((key) => parameterName(dimension, key) === name)
        .map((key) => ({ entry, title: parameterTitle(entry, key) })),
    )
    if (having.length === 1) return `${having[0]!.title} of ${titleOf(having[0]!.entry)}`
    if (having.length > 1)
      return `${having[0]!.title} of the ${dimension === 'wakeup' ? 'wake-up' : dimension}`
  }
  const dimension = parametrisedDimensions.find((one) => name.startsWith(`${one}_`))
  if (dimension === undefined) return name
  const key = name.slice(dimension.length + 1).replaceAll('_', ' ')
  return dimension === 'inputs' ? key : `${key} of the ${dimension}`
}
