import type { Results } from '../statistics/groups.ts'
import { defaultTheme } from '../themes/index.ts'
import type { Look } from '../themes/look.ts'
import { parseChart } from './parse-chart.ts'
import type { Chart } from './sheet/chart.ts'
import { usualCharts } from './usual.ts'

export { type ChartKind, chartKinds } from './kinds/index.ts'
export { checkCharts, namedCharts, parseChart } from './parse-chart.ts'

/** Charts, and the specs of those that were asked for although the results have nothing for them. */
export interface AskedCharts {
  readonly charts: readonly Chart[]
  readonly empty: readonly string[]
}

/**
 * The charts that are asked for: by the experiment, unless `asked` says otherwise; if by nobody, the usual ones that
 * the results have something for. Throws an InputError for a chart that there is none of.
 */
export function askedCharts(
  results: Results,
  look: Look = defaultTheme,
  asked: readonly string[] | null = results.manifest.experiment.charts,
): AskedCharts {
  const wanted = asked?.map(parseChart) ?? usualCharts(results)
  const drawn = wanted.map(({ kind, values }) => kind.draw(results, look, values))
  const seen = new Map<string, number>()
  const charts = drawn.flat().map((chart) => {
    const namesakes = (seen.get(chart.name) ?? 0) + 1
    seen.set(chart.name, namesakes)
    return namesakes === 1 ? chart : { ...chart, name: `${chart.name}-${namesakes}` }
  })
  return { charts, empty: asked?.filter((_, i) => drawn[i]!.length === 0) ?? [] }
}

/** The charts alone. */
export const makeCharts = (...given: Parameters<typeof askedCharts>): Chart[] => [
  ...askedCharts(...given).charts,
]
