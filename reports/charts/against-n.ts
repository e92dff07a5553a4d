import { groupBy } from '../group-by.ts'
import { describe, quantile } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { runWords } from '../wording/runs.ts'
import { costAxis, titled } from '../wording/titles.ts'
import { boundCurves } from './bounds.ts'
import type { Chart } from './chart.ts'
import { curveChart, type Run, type Spot } from './curve-chart.ts'
import { type Figure, labelIn, labels, planFigures } from './figures.ts'

/** With fewer runs a quantile of 2.5% would be made up between the two smallest. */
const runsForQuantiles = 40

/** With more runs than this their points are left out, since they would hide each other. */
const pointsMax = 4000

/** Charts of a cost against the number of processors, with its bound. */
export function againstN(results: Results, measure: ShownMeasure): Chart[] {
  return planFigures(results, sweptGroups(results, measure)).map((figure) => draw(figure, measure))
}

/** The groups whose topology and setting were swept over several sizes. */
export function sweptGroups({ groups }: Results, measure: ShownMeasure): Group[] {
  const family = ({ key: { n: _, ...rest } }: Group) => JSON.stringify(rest)
  const measured = ({ complete }: Group) => valuesOf(complete, measure).length > 0
  const families = groupBy(groups.filter(measured), family)
  return groups.filter((group) => (families.get(family(group))?.length ?? 0) > 1)
}

function draw(planned: Figure, measure: ShownMeasure): Chart {
  const figure = { ...planned, groups: planned.groups.filter(({ complete }) => complete.length > 0) }
  const counts = figure.groups.map(({ complete }) => complete.length)
  const quantiles = Math.min(...counts) >= runsForQuantiles
  const bounds = boundCurves(figure, measure)
  const legend = [
    runWords(planned.groups),
    quantiles ? 'band: 2.5% to 97.5% quantile' : Math.max(...counts) > 1 ? 'band: smallest to largest' : '',
    bounds.length > 0 ? 'dashed: the theorem' : '',
  ]
  return curveChart({
    name: `${measure}-against-n${figure.suffix}`,
    title: titled(figure, `${measure} against the number of processors`),
    subtitle: [figure.setting, legend.filter((part) => part !== '').join('; ')],
    axis: costAxis(measure, figure.groups),
    panels: labels(figure, figure.panel),
    series: labels(figure, figure.colour),
    spots: figure.groups.map((group) => spot(figure, group, valuesOf(group.complete, measure), quantiles)),
    runs: singleRuns(figure, (group) => valuesOf(group.complete, measure)),
    bounds,
  })
}

/** The point of a curve that a group's values make. */
export function spot(figure: Figure, group: Group, values: readonly number[], quantiles: boolean): Spot {
  const { median, min, max } = describe(values)!
  return {
    panel: labelIn(figure, group, figure.panel),
    series: labelIn(figure, group, figure.colour),
    n: group.key.n,
    median,
    low: quantiles ? quantile(values, 0.025) : min,
    high: quantiles ? quantile(values, 0.975) : max,
  }
}

/** The single runs, each value once; none at all if there are too many to be told apart. */
export function singleRuns(figure: Figure, values: (group: Group) => readonly number[]): Run[] {
  const points = figure.groups.flatMap((group) =>
    [...new Set(values(group))].map((value) => ({
      panel: labelIn(figure, group, figure.panel),
      series: labelIn(figure, group, figure.colour),
      n: group.key.n,
      value,
    })),
  )
  return points.length > pointsMax ? [] : points
}
