import { distinct } from '../group-by.ts'
import type { Results } from '../statistics/groups.ts'
import { noneSwept, swept } from '../statistics/swept-parameters.ts'
import { defaultTheme } from '../themes/index.ts'
import type { Look } from '../themes/look.ts'
import { type LeftOut, leftOutOf } from './left-out.ts'
import { type AskedChart, parseChart } from './parse-chart.ts'
import { restricted } from './restricted.ts'
import type { Chart } from './sheet/chart.ts'
import { usualCharts } from './usual.ts'

export { type ChartKind, chartKinds } from './kinds/index.ts'
export { checkCharts, namedCharts, parseChart } from './parse-chart.ts'

/** Charts, and the specs of those that were asked for although the results have nothing for them. */
export interface AskedCharts {
  readonly charts: readonly Chart[]
  readonly empty: readonly string[]
  /** What charts leave out, each once, with their names. */
  readonly leftOut: readonly { readonly charts: readonly string[]; readonly sentence: string }[]
}

/**
 * The charts that are asked for: by the experiment, unless `asked` says otherwise; if by nobody, the usual ones that
 * the results have something for. Captions say what is left out. Throws an InputError for a chart that there is none of.
 */
export function askedCharts(
  results: Results,
  look: Look = defaultTheme,
  asked: readonly string[] | null = results.manifest.experiment.charts,
): AskedCharts {
  const wanted = asked?.map(parseChart) ?? usualCharts(results)
  const drawn = wanted.map((one) => drawOne(one, results, look))
  const seen = new Map<string, number>()
  const named = drawn.map(({ charts, leftOut }) => ({
    leftOut,
    charts: charts.map((chart) => {
      const namesakes = (seen.get(chart.name) ?? 0) + 1
      seen.set(chart.name, namesakes)
      return namesakes === 1 ? chart : { ...chart, name: `${chart.name}-${namesakes}` }
    }),
  }))
  // Sizes that one chart does not show lie along the axis of another, unless someone has chosen the charts.
  const told = named.filter(({ leftOut }) => leftOut !== null && (asked !== null || !leftOut.sizesOnly))
  return {
    charts: named.flatMap(({ charts }) => charts),
    empty: asked?.filter((_, i) => drawn[i]!.charts.length === 0) ?? [],
    leftOut: distinct(told.map(({ leftOut }) => leftOut!.sentence)).map((sentence) => ({
      sentence,
      charts: told
        .filter(({ leftOut }) => leftOut!.sentence === sentence)
        .flatMap(({ charts }) => charts.map(({ name }) => name)),
    })),
  }
}

function drawOne(
  asked: AskedChart,
  results: Results,
  look: Look,
): { readonly charts: readonly Chart[]; readonly leftOut: LeftOut | null } {
  const some = restricted(results, asked)
  const charts = asked.kind.draw(some, look, asked.values)
  const leftOut = leftOutOf(charts, asked, some)
  const said = leftOut === null ? '' : ` ${leftOut.sentence}.`
  return {
    leftOut,
    charts: charts.map((chart) => ({
      ...chart,
      caption: `${chart.caption}${said}`,
      data: withParameters(chart.data, results),
    })),
  }
}

/** The records of a figure's table with the parameters that the sweep varies. */
function withParameters(data: Chart['data'], results: Results): Chart['data'] {
  const { names, of } = results.groups.length === 0 ? noneSwept : swept(results)
  if (
    names.length === 0 ||
    data.some(({ topology, algorithm }) => topology === undefined || algorithm === undefined)
  )
    return data
  return data.map((record) => {
    const values = of(record as never)
    return { ...record, ...Object.fromEntries(names.map((name, i) => [name, values[i]!])) }
  })
}

/** The charts alone. */
export const makeCharts = (...given: Parameters<typeof askedCharts>): Chart[] => [
  ...askedCharts(...given).charts,
]
