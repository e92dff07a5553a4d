import { didYouMean, InputError, type ParameterValues } from '../../engine/index.ts'
import {
  type ParametrisedAlgorithms,
  type Point,
  parametersAt,
  parametrisedDimensions,
  readConstraint,
} from '../../experiments/cell/index.ts'
import { type ChartKind, chartKinds } from './kinds/index.ts'

/** A chart that is to be drawn. */
export interface AskedChart {
  readonly kind: ChartKind
  readonly values: ParameterValues
  /** Those that were given. */
  readonly given: ParameterValues
}

/** Charts that go by names of their own, by the specs that they stand for. */
export const namedCharts: Readonly<Record<string, string>> = Object.fromEntries(
  chartKinds.entries.flatMap(({ name: kind, named = {} }) =>
    Object.entries(named).map(([name, parameters]) => [
      name,
      parameters === '' ? kind : `${kind}:${parameters}`,
    ]),
  ),
)

/** Reads the spec of a chart, such as `heat-map:x=n,y=delay`; an InputError says what would be right. */
export function parseChart(spec: string): AskedChart {
  const { entry, values, given } = chartKinds.parse(spec.trim())
  entry.check?.(values)
  return { kind: entry, values, given }
}

/** What a sweep has that charts can be asked for by name. */
interface SweptSpace {
  readonly points: readonly Point[]
  readonly algorithms: ParametrisedAlgorithms
}

/**
 * Throws an InputError that names the first of a list that is no chart, and where: `charts[1]: unknown chart …`; given
 * the sweep, also of one that asks for a parameter which the sweep does not have.
 */
export function checkCharts(specs: readonly string[], where = 'charts', space?: SweptSpace): void {
  for (const [i, spec] of specs.entries())
    try {
      const asked = parseChart(spec)
      if (space !== undefined) assertInSpace(asked, space)
    } catch (error) {
      throw error instanceof InputError ? new InputError(`${where}[${i}]: ${error.message}`) : error
    }
}

function assertInSpace({ kind, values }: AskedChart, { points, algorithms }: SweptSpace): void {
  const { where } = values
  if (where !== undefined) inChart(kind.name, () => readConstraint(String(where), points, algorithms))
  const known = new Set(points.flatMap((point) => Object.keys(parametersAt(point, algorithms))))
  const isParameter = (name: unknown) =>
    parametrisedDimensions.some((dimension) => String(name).startsWith(`${dimension}_`))
  for (const key of ['x', 'y', 'series', 'panel'] as const) {
    const name = values[key]
    if (name === undefined || !isParameter(name) || known.has(String(name))) continue
    const hint = didYouMean(String(name), known) || `; it has ${[...known].join(', ')}`
    throw new InputError(`chart ${kind.name}: ${key}: the sweep has no ${name}${hint}`)
  }
}

/** Says of which kind of chart an error is. */
export function inChart<T>(kind: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof InputError ? new InputError(`chart ${kind}: where: ${error.message}`) : error
  }
}
