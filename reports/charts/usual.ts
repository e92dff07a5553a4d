import type { ParameterValues } from '../../engine/index.ts'
import type { Results } from '../statistics/groups.ts'
import { type AskedChart, parseChart } from './parse-chart.ts'

/** What a report shows where nobody asks for charts, in this order. Each kind says whether it is worth a chart. */
const usual = [
  'worst-case',
  'worst-case:measure=time',
  'tightness',
  'against-n',
  'by-network',
  'against-n:measure=time',
  'against-distance',
  'against-distance:distance=diameter',
  'by-network:measure=time',
  'by-delay',
  'over-bound',
  'over-bound:measure=time',
  'ratio',
  'comparison',
  'comparison:measure=time',
  'distribution',
  'distribution:measure=time',
  'heat-map',
  'heat-map:measure=time',
]

/** The charts of a report that is asked for none in particular; those that have nothing to show are not drawn. */
export function usualCharts(results: Results): AskedChart[] {
  return usual.map(parseChart).flatMap(({ kind, values, given }) => {
    const drawn = kind.usual === undefined ? values : kind.usual(results, values)
    return drawn === null ? [] : { kind, values: drawn, given: { ...given, ...chosen(values, drawn) } }
  })
}

/** What a kind has chosen itself. */
const chosen = (values: ParameterValues, drawn: ParameterValues): ParameterValues =>
  Object.fromEntries(Object.entries(drawn).filter(([key, value]) => values[key] !== value))
