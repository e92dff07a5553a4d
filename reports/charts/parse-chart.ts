import { InputError, type ParameterValues } from '../../engine/index.ts'
import { type ChartKind, chartKinds } from './kinds/index.ts'

/** A chart that is to be drawn. */
export interface AskedChart {
  readonly kind: ChartKind
  readonly values: ParameterValues
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
  const { entry, values } = chartKinds.parse(spec.trim())
  entry.check?.(values)
  return { kind: entry, values }
}

/** Throws an InputError that names the first of a list that is no chart, and where: `charts[1]: unknown chart …`. */
export function checkCharts(specs: readonly string[], where = 'charts'): void {
  for (const [i, spec] of specs.entries())
    try {
      parseChart(spec)
    } catch (error) {
      throw error instanceof InputError ? new InputError(`${where}[${i}]: ${error.message}`) : error
    }
}
