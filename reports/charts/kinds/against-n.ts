import { groupBy } from '../../group-by.ts'
import { describe, quantile } from '../../statistics/describe.ts'
import { claimedValues, expectedValues, type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { type Figure, labelIn, labels, planFigures } from '../data/chart-plan.ts'
import {
  costliest,
  keyColumns,
  type Measured,
  measuredOf,
  type Observation,
  valuesIn,
} from '../data/observations.ts'
import { curveChart, type Run, type Spot } from '../forms/curve-chart.ts'
import { boundCurves } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'

/** With fewer runs a quantile of 2.5% would be made up between the two smallest. */
const runsForQuantiles = 40

/** With more runs than this their points are left out, since they would hide each other. */
const pointsMax = 4000

/** Charts of a cost against the number of processors, with its bound. */
export function againstN(results: Results, measure: ShownMeasure, look: Look): Chart[] {
  return planFigures(results, sweptGroups(results, measure)).map((figure) => draw(figure, measure, look))
}

/** The groups whose topology and setting were swept over several sizes. */
export function sweptGroups({ groups }: Results, measure: ShownMeasure): Group[] {
  const family = ({ key: { n: _, ...rest } }: Group) => JSON.stringify(rest)
  const measured = ({ complete }: Group) => valuesOf(complete, measure).length > 0
  const families = groupBy(groups.filter(measured), family)
  return groups.filter((group) => (families.get(family(group))?.length ?? 0) > 1)
}

function draw(planned: Figure, measure: ShownMeasure, look: Look): Chart {
  const figure = { ...planned, groups: planned.groups.filter(({ complete }) => complete.length > 0) }
  const { groups, manifest, numbers } = figure
  const counts = groups.map(({ complete }) => complete.length)
  const repeated = Math.max(...counts) > 1
  const quantiles = Math.min(...counts) >= runsForQuantiles
  const bounds = boundCurves(figure, measure, look)
  const measured = ({ complete }: Group) => measuredOf(complete, measure, numbers)
  const spots = new Map(groups.map((group) => [group, spot(figure, group, measured(group), quantiles)]))
  const runs = singleRuns(figure, measured)
  const legend = [
    runWords(planned.groups),
    quantiles ? 'band: 2.5% to 97.5% quantile' : repeated ? 'band: smallest to largest' : '',
    bounds.length > 0 ? 'dashed: the theorem' : '',
  ]
  const title = titled(figure, `${measure} against the number of processors`)
  return curveChart(
    {
      name: `${measure}-against-n${figure.suffix}`,
      title,
      subtitle: [figure.setting, legend.filter((part) => part !== '').join('; ')],
      caption: caption({
        title,
        marks: [
          lineSentence(planned.groups),
          bandSentence(repeated, quantiles),
          repeated && runs.length > 0 ? 'Points are single runs' : '',
          bounds.length > 0 ? 'Dashed lines are the bounds that the theorems claim' : '',
          unitSentence(measure, groups),
        ],
        keys: groups.map(({ key }) => key),
        manifest,
      }),
      data: groups.map((group) => observation(group, measure, spots.get(group)!, quantiles)),
      axis: costAxis(measure, groups),
      panels: labels(figure, figure.panel),
      series: labels(figure, figure.colour),
      spots: [...spots.values()],
      runs,
      bounds,
    },
    look,
  )
}

function bandSentence(repeated: boolean, quantiles: boolean): string {
  if (!repeated) return ''
  return `Bands reach from the ${quantiles ? '2.5% to the 97.5% quantile' : 'smallest to the largest run'}`
}

/** A group as a record of the figure's table. */
function observation(
  group: Group,
  measure: ShownMeasure,
  { median, low, high, row }: Spot,
  quantiles: boolean,
): Observation {
  const middle = (values: readonly number[]) => (values.length === 0 ? null : quantile(values, 0.5))
  const { [measure]: claim } = group.claims
  const { [measure]: mean } = group.means
  return {
    ...keyColumns(group.key),
    runs: group.complete.length,
    [`median_${measure}`]: median,
    [quantiles ? `quantile_2.5_${measure}` : `min_${measure}`]: low,
    [quantiles ? `quantile_97.5_${measure}` : `max_${measure}`]: high,
    bound_label: claim === null ? null : boundLabel(claim),
    bound: middle(claimedValues(group, measure)),
    expected_label: mean === null ? null : boundLabel(mean),
    expected: middle(expectedValues(group, measure)),
    row,
  }
}

/** The point of a curve that a group's values make. */
export function spot(figure: Figure, group: Group, measured: readonly Measured[], quantiles: boolean): Spot {
  const values = valuesIn(measured)
  const { median, min, max } = describe(values)!
  return {
    panel: labelIn(figure, group, figure.panel),
    series: labelIn(figure, group, figure.colour),
    n: group.key.n,
    median,
    low: quantiles ? quantile(values, 0.025) : min,
    high: quantiles ? quantile(values, 0.975) : max,
    row: costliest(measured),
  }
}

/** The single runs, each value once; none at all if there are too many to be told apart. */
export function singleRuns(figure: Figure, measured: (group: Group) => readonly Measured[]): Run[] {
  const points = figure.groups.flatMap((group) =>
    [...groupBy(measured(group), ({ value }) => String(value)).values()].map(([one]) => ({
      panel: labelIn(figure, group, figure.panel),
      series: labelIn(figure, group, figure.colour),
      n: group.key.n,
      ...one!,
    })),
  )
  return points.length > pointsMax ? [] : points
}
