import { didYouMean, InputError, type ParameterValues } from '../../engine/index.ts'
import { type ChartKind, chartKinds } from './kinds/index.ts'

/** Charts that go by names of their own. */
export const namedCharts: Readonly<Record<string, string>> = {
  'worst-case-messages': 'worst-case',
  'worst-case-time': 'worst-case:measure=time',
  'messages-against-n': 'against-n',
  'time-against-n': 'against-n:measure=time',
  'messages-over-bound': 'over-bound',
  'time-over-bound': 'over-bound:measure=time',
  'messages-by-network': 'by-network',
  'time-by-network': 'by-network:measure=time',
  'time-against-eccentricity': 'against-distance',
  'time-against-diameter': 'against-distance:distance=diameter',
  'time-by-delay': 'by-delay',
  'comparison-of-messages': 'comparison',
  'comparison-of-time': 'comparison:measure=time',
  'messages-by-type': 'by-type',
  'messages-ratio': 'ratio',
  'time-ratio': 'ratio:measure=time',
  'distribution-of-messages': 'distribution',
  'distribution-of-time': 'distribution:measure=time',
}

/** Reads the spec of a chart, such as `heat-map:x=n,y=delay`; an InputError says what would be right. */
export function parseChart(spec: string): { readonly kind: ChartKind; readonly values: ParameterValues } {
  const [name = '', rest] = spec.trim().split(/:(.*)/s)
  const known = [...chartKinds.entries.map((entry) => entry.name), ...Object.keys(namedCharts)]
  if (!known.includes(name))
    throw new InputError(
      `unknown chart “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
    )
  const { [name]: full = name } = namedCharts
  const { entry, values } = chartKinds.parse(
    rest === undefined ? full : `${full}${full.includes(':') ? ',' : ':'}${rest}`,
  )
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
