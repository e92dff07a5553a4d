import type { Measure } from '../../../engine/index.ts'
import type { Group } from '../../statistics/groups.ts'
import { measuredOf } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { type ChartPlan, labelIn, labels, planCharts, sweptKeys, toldApart } from '../data/chart-plan.ts'
import { type Observation, runRecords } from '../data/observations.ts'
import { type Cloud, cloudChart } from '../forms/cloud-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkAxes, checkMeasure, facets, measure, measureOf, planOf, where } from './parameters.ts'

/** No chart with more points than this: they would hide each other. */
const pointsMax = 4000

/** One cost against another, every run a point: what is best in both stands at the lower left. */
export const tradeOff: ChartKind = {
  name: 'trade-off',
  summary: 'one cost against another, every run a point; the best in both stand at the lower left',
  parameters: {
    measure,
    for: { kind: 'text', description: 'the other cost, along the level axis', default: 'time' },
    ...facets,
    where,
  },
  check(values) {
    checkAxes('trade-off', values)
    checkMeasure('trade-off', { measure: values.for! })
  },
  about: ({ groups }, values) =>
    groups.filter((group) => pointsOf(group, measureOf(values), values.for as Measure).length > 0),
  draw(results, look, values) {
    const asked = planOf(values)
    const groups = toldApart(tradeOff.about!(results, values), asked)
    return planCharts(results, groups, asked).flatMap((plan) =>
      draw(plan, measureOf(values), values.for as Measure, look),
    )
  },
}

function draw(plan: ChartPlan, cost: Measure, other: Measure, look: Look): Chart[] {
  const { groups, manifest, numbers } = plan
  const runs = groups.flatMap((group): Cloud['runs'] =>
    pointsOf(group, cost, other).map(({ run, value, n }) => ({
      panel: labelIn(plan, group, plan.panel),
      series: labelIn(plan, group, plan.colour),
      n,
      value,
      row: numbers.get(run)!,
    })),
  )
  if (runs.length > pointsMax) return []
  const chart: Cloud = {
    name: `${measureSlug(cost)}-for-${measureSlug(other)}${plan.suffix}`,
    title: titled(plan, `${measureWords(cost)} against ${measureWords(other)}`),
    subtitle: [plan.setting, 'Each point: one sampled run'],
    caption: caption({
      marks: ['Each point is one sampled run', unitSentence(other, groups) || unitSentence(cost, groups)],
      keys: sweptKeys(plan),
      manifest,
    }),
    data: groups.flatMap((group) => observations(plan, group, cost, other)),
    axis: costAxis(other, groups),
    timeAxis: costAxis(cost, groups),
    series: labels(plan, plan.colour),
    runs,
    bounds: [],
  }
  return cloudChart(chart, look)
}

/** The runs in which both costs were measured. */
const pointsOf = ({ complete }: Group, cost: Measure, other: Measure) =>
  complete.flatMap((run) => {
    const [value, n] = [measuredOf(run, cost), measuredOf(run, other)]
    return value === null || n === null ? [] : [{ run, value, n }]
  })

const observations = ({ numbers }: ChartPlan, group: Group, cost: Measure, other: Measure): Observation[] =>
  runRecords(group, cost, numbers).map((record, i) => ({
    ...record,
    [other]: measuredOf(group.complete[i]!, other),
  }))
