import type { Results } from '../statistics/groups.ts'
import { defaultTheme } from '../themes/index.ts'
import type { Look } from '../themes/look.ts'
import type { Chart } from './chart.ts'
import { parseChart } from './kinds.ts'
import { usualCharts } from './usual.ts'

export { type ChartKind, chartKinds, checkCharts, namedCharts } from './kinds.ts'
export { usualCharts } from './usual.ts'

/**
 * The charts that are asked for: by the experiment, unless `asked` says otherwise; if by nobody, the usual ones. Those
 * that the results have nothing for are left out. Throws an InputError for a chart that there is none of.
 */
export function makeCharts(
  results: Results,
  look: Look = defaultTheme,
  asked: readonly string[] | null = results.manifest.experiment.charts,
): Chart[] {
  const specs = (asked ?? usualCharts(results)).map(parseChart)
  const charts = specs.flatMap(({ kind, values }) => kind.draw(results, look, values))
  const seen = new Map<string, number>()
  return charts.map((chart) => {
    const namesakes = (seen.get(chart.name) ?? 0) + 1
    seen.set(chart.name, namesakes)
    return namesakes === 1 ? chart : { ...chart, name: `${chart.name}-${namesakes}` }
  })
}
