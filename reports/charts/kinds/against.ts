import type { Measure } from '../../../engine/index.ts'
import { quantile } from '../../statistics/describe.ts'
import { claimedValues, expectedValues, type Group } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { byValue } from '../data/by-value.ts'
import { type ChartPlan, labels, planCharts, slug, sweptKeys, toldApart } from '../data/chart-plan.ts'
import { type Spot, singleRuns, spot } from '../data/curve-points.ts'
import { measuredOf, type Observation, placeColumns } from '../data/observations.ts'
import type { Quantity } from '../data/quantity.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { curveChart } from '../forms/curve-chart.ts'
import type { Scales } from '../forms/curves.ts'
import { boundCurves } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { axes, checkAxes, measure, measureOf, planOf, scalesOf, sweptAbout, where } from './parameters.ts'

/** With fewer runs a quantile of 2.5% would be made up between the two smallest. */
const runsForQuantiles = 40

/** A cost against the number of processors, or against whatever else is a number, with its bounds. */
export const against: ChartKind = {
  name: 'against',
  summary: 'a cost against the number of processors, or against another quantity, with its bounds',
  parameters: { measure, ...axes, where },
  named: { 'against-n': '', 'messages-against-n': '', 'time-against-n': 'measure=time' },
  check: (values) => checkAxes('against', values),
  about: sweptAbout,
  draw(results, look, values) {
    const measure = measureOf(values)
    const asked = planOf(values)
    const groups = toldApart(
      sweptGroups({ groups: byValue(results.groups, asked.x) }, measure, asked.x),
      asked,
    )
    return planCharts(results, groups, asked).flatMap((plan) => draw(plan, measure, scalesOf(values), look))
  },
}

function draw(planned: ChartPlan, measure: Measure, scales: Scales, look: Look): Chart[] {
  const plan = { ...planned, groups: planned.groups.filter(({ complete }) => complete.length > 0) }
  const { groups, manifest, numbers } = plan
  const counts = groups.map(({ complete }) => complete.length)
  const repeated = Math.max(...counts) > 1
  const quantiles = Math.min(...counts) >= runsForQuantiles
  const bounds = boundCurves(plan, measure)
  const measured = ({ complete }: Group) => measuredOf(complete, measure, numbers)
  const spots = new Map(groups.map((group) => [group, spot(plan, group, measured(group), quantiles)]))
  const runs = singleRuns(plan, measured)
  const legend = [
    runWords(planned.groups),
    quantiles ? 'band: 2.5% to 97.5% quantile' : repeated ? 'band: smallest to largest' : '',
    bounds.length > 0 ? 'dashed: the theorem' : '',
  ]
  const title = titled(plan, `${measureWords(measure)} against ${plan.x.words}`)
  return curveChart(
    {
      name: `${measureSlug(measure)}-against-${slug(plan.x.name)}${plan.suffix}`,
      title,
      subtitle: [plan.setting, legend.filter((part) => part !== '').join('; ')],
      caption: caption({
        marks: [
          lineSentence(planned.groups),
          bandSentence(repeated, quantiles),
          repeated && runs.length > 0 ? 'Points are single runs' : '',
          bounds.length > 0 ? 'Dashed lines are the bounds that the theorems claim' : '',
          unitSentence(measure, groups),
        ],
        keys: sweptKeys(plan),
        manifest,
      }),
      data: groups.map((group) => observation(group, measure, plan.x, spots.get(group)!, quantiles)),
      axis: costAxis(measure, groups),
      level: plan.x.title,
      scales,
      panels: labels(plan, plan.panel),
      series: labels(plan, plan.colour),
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
  measure: Measure,
  x: Quantity,
  { median, low, high, row }: Spot,
  quantiles: boolean,
): Observation {
  const middle = (values: readonly number[]) => (values.length === 0 ? null : quantile(values, 0.5))
  const { [measure]: claim = null } = group.claims
  const { [measure]: mean = null } = group.means
  return {
    ...placeColumns(group, x),
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
