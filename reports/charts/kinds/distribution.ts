import { quantile } from '../../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { count, figure } from '../../wording/numbers.ts'
import { titled } from '../../wording/titles.ts'
import { type ChartPlan, labelIn, labels, planCharts } from '../data/chart-plan.ts'
import { measuredOf, runRecords } from '../data/observations.ts'
import { ofSize, sweptGroups } from '../data/swept-groups.ts'
import { type Lane, type Strips, stripChart } from '../forms/strip-chart.ts'
import { stripLegend, stripSentences } from '../forms/strip-words.ts'
import type { Chart } from '../sheet/chart.ts'
import { spreadScale } from '../sheet/scales.ts'
import type { ChartKind } from './chart-kind.ts'
import { measure, measureOf, n, sizeOf } from './parameters.ts'

/** Groups with fewer runs do not show how their costs are distributed. */
const runsMin = 5

/** How a cost is distributed over the runs of one size, the largest unless it is given; only where it varies at all. */
export const distribution: ChartKind = {
  name: 'distribution',
  summary: 'how a cost is distributed over the runs of one size',
  parameters: { measure, n },
  named: { 'distribution-of-messages': '', 'distribution-of-time': 'measure=time' },
  draw(results, look, values) {
    const [measure, n] = [measureOf(values), sizeOf(values)]
    return plansOf(results, measure, n).flatMap((plan) => draw(plan, measure, n, look))
  },
  // Only if a single chart shows everything. If it compares delays, the chart by-delay shows it better.
  usual(results, values) {
    const plans = plansOf(results, measureOf(values), undefined)
    return plans.length === 1 && plans[0]!.panel !== 'delay' ? values : null
  },
}

function plansOf(results: Results, measure: ShownMeasure, n: number | undefined): ChartPlan[] {
  const candidates = n === undefined ? sweptGroups(results, measure) : results.groups
  const enough = candidates.filter(
    ({ complete }) => complete.length >= runsMin && quantile(valuesOf(complete, measure), 0.5) > 0,
  )
  return planCharts(results, ofSize(enough, n))
}

function draw(plan: ChartPlan, measure: ShownMeasure, n: number | undefined, look: Look): Chart[] {
  const { manifest, numbers } = plan
  const series = labels(plan, plan.colour)
  const panelOf = (group: Group) => `${labelIn(plan, group, plan.panel)}, n = ${count(group.key.n)}`
  const varies = ({ complete }: Group) => new Set(valuesOf(complete, measure)).size > 1
  const panels = new Set(plan.groups.filter(varies).map(panelOf))
  const groups = plan.groups.filter((group) => panels.has(panelOf(group)))
  if (groups.length === 0) return []
  const [first] = groups
  const place = labels(plan, plan.panel).length > 1 ? `${labelIn(plan, first!, plan.panel)}, ` : ''
  const where = `${place}n = ${count(first!.key.n)}`
  const medianOf = ({ complete }: Group) => quantile(valuesOf(complete, measure), 0.5)
  const lanes = groups.map((group): Lane => {
    const runs = measuredOf(group.complete, measure, numbers)
    const median = medianOf(group)
    return {
      panel: panelOf(group),
      name: labelIn(plan, group, plan.colour),
      series: labelIn(plan, group, plan.colour),
      runs: varies(group)
        ? runs.map(({ value, row }) => ({ value: relative(value, median), row }))
        : [{ value: 1, row: runs[0]!.row }],
      bound: null,
      note: `${varies(group) ? 'median' : 'always'} ${figure(median)}`,
    }
  })
  const title = titled(
    plan,
    `distribution of ${measure} at ${n === undefined ? 'the largest size' : `n = ${count(n)}`}`,
  )
  const chart: Strips = {
    name: `distribution-of-${measure}${n === undefined ? '' : `-n-${n}`}${plan.suffix}`,
    title,
    caption: caption({
      marks: [
        `Costs are relative to the median of their row, which is written at its right`,
        ...stripSentences(groups),
      ],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) =>
      runRecords(group, measure, numbers).map(({ row, ...record }) => ({
        ...record,
        relative_to_median: relative(record[measure] as number, medianOf(group)),
        row: row!,
      })),
    ),
    subtitle: [
      [plan.setting, panels.size === 1 ? where : ''].filter((part) => part !== '').join('; '),
      stripLegend(groups),
    ],
    axis: `${measure}, relative to the median`,
    series,
    lanes,
    scaleOf: spreadScale,
  }
  return stripChart(chart, look)
}

const relative = (value: number, median: number): number => Number((value / median).toPrecision(9))
