import type { Measure } from '../../../engine/index.ts'
import { describe, quantile } from '../../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { count, figure } from '../../wording/numbers.ts'
import { titled } from '../../wording/titles.ts'
import {
  type AskedPlan,
  type ChartPlan,
  labelIn,
  labels,
  planCharts,
  toldApart,
  usualPlan,
} from '../data/chart-plan.ts'
import { measuredOf, runRecords } from '../data/observations.ts'
import { ofSize, sweptGroups } from '../data/swept-groups.ts'
import { type Strips, stripChart } from '../forms/strip-chart.ts'
import type { Lane } from '../forms/strip-dots.ts'
import { stripLegend, stripSentences } from '../forms/strip-words.ts'
import type { Chart } from '../sheet/chart.ts'
import { spreadScale } from '../sheet/scales.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkAxes, facets, measure, measureOf, n, planOf, sizeOf, where } from './parameters.ts'

/** Groups with fewer runs do not show how their costs are distributed. */
const runsMin = 5

/** How a cost is distributed over the runs of one size, the largest unless it is given; only where it varies at all. */
export const distribution: ChartKind = {
  name: 'distribution',
  summary: 'how a cost is distributed over the runs of one size',
  parameters: { measure, n, ...facets, where },
  check: (values) => checkAxes('distribution', values),
  named: { 'distribution-of-messages': '', 'distribution-of-time': 'measure=time' },
  // Groups with too few runs have no distribution to show.
  about: ({ groups }, values) =>
    groups.filter(({ complete }) => valuesOf(complete, measureOf(values)).length >= runsMin),
  draw(results, look, values) {
    const [measure, n] = [measureOf(values), sizeOf(values)]
    return plansOf(results, measure, n, planOf(values)).flatMap((plan) => draw(plan, measure, n, look))
  },
  // Only if a single chart shows everything. If it compares delays, the chart by-delay shows it better.
  usual(results, values) {
    const plans = plansOf(results, measureOf(values), undefined, usualPlan)
    return plans.length === 1 && plans[0]!.panel.name !== 'delay' ? values : null
  },
}

function plansOf(results: Results, measure: Measure, n: number | undefined, asked: AskedPlan): ChartPlan[] {
  // Only the largest size is shown where sizes were swept; what was not is by network.
  const free = asked.series !== null || asked.panel !== null || n !== undefined
  const candidates = toldApart(free ? results.groups : sweptGroups(results, measure), asked)
  const enough = candidates.filter(
    ({ complete }) => complete.length >= runsMin && (describe(valuesOf(complete, measure))?.median ?? 0) > 0,
  )
  return planCharts(results, bySize(asked) && n === undefined ? enough : ofSize(enough, n), asked)
}

/** Whether sizes are told apart. */
const bySize = ({ series, panel }: AskedPlan): boolean => [series?.name, panel?.name].includes('n')

function draw(plan: ChartPlan, measure: Measure, n: number | undefined, look: Look): Chart[] {
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
    `distribution of ${measureWords(measure)} at ${n === undefined ? 'the largest size' : `n = ${count(n)}`}`,
  )
  const chart: Strips = {
    name: `distribution-of-${measureSlug(measure)}${n === undefined ? '' : `-n-${n}`}${plan.suffix}`,
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
    axis: `${measureWords(measure)}, relative to the median`,
    series,
    lanes,
    scaleOf: spreadScale,
  }
  return stripChart(chart, look)
}

const relative = (value: number, median: number): number => Number((value / median).toPrecision(9))
