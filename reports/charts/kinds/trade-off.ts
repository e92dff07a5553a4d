import type { Measure, ParameterValues } from '../../../engine/index.ts'
import { distinct } from '../../group-by.ts'
import type { Group } from '../../statistics/groups.ts'
import { measuredOf } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { type ChartPlan, labelIn, labels, planCharts, sweptKeys, toldApart } from '../data/chart-plan.ts'
import { type Corner, cornerLine, cornersNamed } from '../data/corners.ts'
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
    limits: { kind: 'text', description: 'pairs of limits on both, drawn as corners: 60@6+40@20' },
    proved: { kind: 'text', description: 'the same of pairs below which nothing can be' },
    ...facets,
    where,
  },
  check(values) {
    checkAxes('trade-off', values)
    checkMeasure('trade-off', { measure: values.for! })
    cornersOf(values)
  },
  about: ({ groups }, values) =>
    groups.filter((group) => pointsOf(group, measureOf(values), values.for as Measure).length > 0),
  draw(results, look, values) {
    const asked = planOf(values)
    const groups = toldApart(tradeOff.about!(results, values), asked)
    return planCharts(results, groups, asked).flatMap((plan) =>
      draw(plan, measureOf(values), values.for as Measure, cornersOf(values), look),
    )
  },
}

const cornersOf = ({ limits, proved }: ParameterValues): Corner[] => [
  ...cornersNamed('trade-off', 'limits', limits),
  ...cornersNamed('trade-off', 'proved', proved),
]

function draw(
  plan: ChartPlan,
  cost: Measure,
  other: Measure,
  corners: readonly Corner[],
  look: Look,
): Chart[] {
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
      marks: [
        'Each point is one sampled run',
        corners.length > 0 ? 'Dashed corners: limits, and what is proved to be the least' : '',
        unitSentence(other, groups) || unitSentence(cost, groups),
      ],
      keys: sweptKeys(plan),
      manifest,
    }),
    data: groups.flatMap((group) => observations(plan, group, cost, other)),
    axis: costAxis(other, groups),
    timeAxis: costAxis(cost, groups),
    series: labels(plan, plan.colour),
    runs,
    bounds: boundsOf(corners, runs),
  }
  return cloudChart(chart, look)
}

/** The corners in every panel, each as far as all runs and corners reach. */
function boundsOf(corners: readonly Corner[], runs: Cloud['runs']): Cloud['bounds'] {
  const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const
  const level = ends([...runs.map(({ n }) => n), ...corners.map(({ other }) => other)].filter((n) => n > 0))
  const upright = ends([...runs, ...corners].map(({ value }) => value).filter((value) => value > 0))
  return distinct(runs.map(({ panel }) => panel)).flatMap((panel) =>
    corners.map((corner) => ({
      panel,
      label: corner.label,
      series: null,
      points: cornerLine(corner, level, upright),
    })),
  )
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
