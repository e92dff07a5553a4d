import type { Measure } from '../../../engine/index.ts'
import { shortened } from '../../fonts/text-width.ts'
import { distinct, groupBy } from '../../group-by.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import { measuredOf } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { specOf } from '../../wording/dimensions.ts'
import { isCounted, isTime, measureSlug, measureWords } from '../../wording/measures.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import {
  type ChartPlan,
  labelIn,
  labels,
  planCharts,
  slug,
  toldApart,
  usualPlan,
} from '../data/chart-plan.ts'
import { singleRuns, spot } from '../data/curve-points.ts'
import { keyColumns, type Measured } from '../data/observations.ts'
import { sweptNamed } from '../data/swept.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { curveChart } from '../forms/curve-chart.ts'
import type { Curves, Scales } from '../forms/curves.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import {
  checkAxes,
  measure,
  measureOf,
  planOf,
  ratioAxes,
  scalesOf,
  sweptAbout,
  where,
} from './parameters.ts'

/** Names of algorithms beside lines and axes are no wider than this, in units of the scale; captions have them in full. */
const nameMax = 150

/**
 * Algorithms compared: how much each costs for one of the first algorithm's messages, or units of its time, on the
 * same networks with the same inputs. Where there are at least two algorithms.
 */
export const ratio: ChartKind = {
  name: 'ratio',
  summary: 'a cost relative to the first algorithm’s on the same instances, against n',
  parameters: { measure, ...ratioAxes, where },
  named: { 'messages-ratio': '', 'time-ratio': 'measure=time' },
  check: (values) => checkAxes('ratio', values),
  about(results, values) {
    const all = sweptAbout(results, values)
    return new Set(all.map(({ key }) => key.algorithm)).size > 1 ? all : []
  },
  draw(results, look, values) {
    const measure = measureOf(values)
    const asked = { ...planOf(values), series: sweptNamed('algorithm') }
    const groups = toldApart(sweptGroups(results, measure, asked.x), asked)
    return planCharts(results, groups, values.x === 'n' && asked.panel === null ? usualPlan : asked).flatMap(
      (plan) => draw(plan, measure, scalesOf(values), look),
    )
  },
}

function draw(planned: ChartPlan, measure: Measure, scales: Scales, look: Look): Chart[] {
  const { manifest, numbers } = planned
  const [first] = planned.groups
  if (planned.colour.name !== 'algorithm' || first === undefined) return []
  const instance = ({ key: { algorithm: _, ...rest } }: Group) => JSON.stringify(rest)
  const baselines = new Map(
    planned.groups
      .filter(({ key }) => specOf(key, 'algorithm') === specOf(first.key, 'algorithm'))
      .map((group) => [instance(group), group]),
  )
  const ratios = new Map(
    planned.groups.map((group) => [group, ratiosOf(group, baselines.get(instance(group)), measure, numbers)]),
  )
  const groups = planned.groups.filter((group) => ratios.get(group)!.length > 0)
  const plan = { ...planned, groups }
  const words = measureWords(measure)
  const series = labels(plan, plan.colour)
  if (series.length < 2) return []
  const baseline = labelIn(plan, first, plan.colour)
  const short = shortened(baseline, nameMax * look.scale, look.sizes.axis)
  const repeated = groups.some(({ complete }) => complete.length > 1)
  const others = groups.filter(({ key }) => key.algorithm !== first.key.algorithm)
  const compared = { ...plan, groups: others }
  const shown = labels(compared, plan.colour)
  const title = `${shown.length === 1 ? `${shown[0]}: ${words}` : capitalised(words)}, relative to ${baseline}`
  const spots = new Map(others.map((group) => [group, spot(plan, group, ratios.get(group)!, false)]))
  const chart: Curves = {
    name: `${measureSlug(measure)}-ratio${plan.x.name === 'n' ? '' : `-against-${slug(plan.x.name)}`}${plan.suffix}`,
    title,
    caption: caption({
      marks: [
        `The ${words} of each run, divided by ${isCounted(measure) ? 'those' : 'that'} of ${baseline} on the same instance: network, identifiers and the seed of the delays`,
        lineSentence(others),
        repeated ? 'Bands reach from the smallest to the largest ratio' : '',
        `The dashed line is what ${baseline} takes`,
        isFree(planned.groups, first, measure)
          ? `Instances on which ${baseline} takes 0 have no ratio and are left out`
          : '',
      ],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: others.map((group) => ({
      ...keyColumns(group.key),
      baseline: first.key.algorithm,
      runs: ratios.get(group)!.length,
      median_ratio: spots.get(group)!.median,
      min_ratio: spots.get(group)!.low,
      max_ratio: spots.get(group)!.high,
      row: spots.get(group)!.row,
    })),
    subtitle: [
      plan.setting,
      `${runWords(others)} of the same instance${repeated ? '; band: smallest to largest' : ''}`,
    ],
    axis: `${words} relative to ${short}`,
    level: plan.x.title,
    scales,
    panels: labels(compared, plan.panel),
    series,
    shown,
    spots: [...spots.values()],
    runs: singleRuns(compared, (group) => ratios.get(group)!),
    bounds: lineAtOne(plan, measure, baseline),
  }
  return curveChart(chart, look)
}

/** Whether some run of the baseline costs nothing. */
const isFree = (groups: readonly Group[], { key }: Group, measure: Measure): boolean =>
  groups.some(
    (one) =>
      one.key.algorithm === key.algorithm && one.complete.some((row) => measuredOf(row, measure) === 0),
  )

/** The dashed line of each panel: what the baseline itself takes. */
function lineAtOne(plan: ChartPlan, measure: Measure, baseline: string): Bound[] {
  const as = isCounted(measure) ? 'as many' : isTime(measure) ? 'as long' : 'as much'
  const panels = groupBy(plan.groups, (group) => labelIn(plan, group, plan.panel))
  return [...panels].map(([panel, members]) => ({
    panel,
    label: `${as} as ${baseline}`,
    series: null,
    points: distinct(members.map((group) => plan.x.of(group)!))
      .sort((a, b) => a - b)
      .map((n) => ({ n, value: 1 })),
  }))
}

/** Run by run, the cost of a group over that of the baseline on the same instance. */
function ratiosOf(
  { complete }: Group,
  baseline: Group | undefined,
  measure: Measure,
  numbers: Results['numbers'],
): Measured[] {
  const costs = new Map(baseline?.complete.map((row) => [row.replicate, measuredOf(row, measure)]))
  return complete.flatMap((row) => {
    const cost = measuredOf(row, measure)
    const other = costs.get(row.replicate)
    if (cost === null || !other) return []
    return [{ value: Number((cost / other).toPrecision(9)), row: numbers.get(row)! }]
  })
}
