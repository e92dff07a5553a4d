import { shortened } from '../../fonts/text-width.ts'
import { distinct, groupBy } from '../../group-by.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { specOf } from '../../wording/dimensions.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { type ChartPlan, labelIn, labels, planCharts } from '../data/chart-plan.ts'
import { singleRuns, spot } from '../data/curve-points.ts'
import { keyColumns, type Measured } from '../data/observations.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { type Curves, curveChart } from '../forms/curve-chart.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { measure, measureOf } from './parameters.ts'

/** Names of algorithms beside lines and axes are no wider than this, in units of the scale; captions have them in full. */
const nameMax = 150

/**
 * Algorithms compared: how much each costs for one of the first algorithm's messages, or units of its time, on the
 * same networks with the same inputs. Where there are at least two algorithms.
 */
export const ratio: ChartKind = {
  name: 'ratio',
  summary: 'a cost relative to the first algorithm’s on the same instances, against n',
  parameters: { measure },
  named: { 'messages-ratio': '', 'time-ratio': 'measure=time' },
  draw(results, look, values) {
    const measure = measureOf(values)
    return planCharts(results, sweptGroups(results, measure)).flatMap((plan) => draw(plan, measure, look))
  },
}

function draw(planned: ChartPlan, measure: ShownMeasure, look: Look): Chart[] {
  const { manifest, numbers } = planned
  const [first] = planned.groups
  if (planned.colour !== 'algorithm' || first === undefined) return []
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
  const series = labels(plan, 'algorithm')
  if (series.length < 2) return []
  const baseline = labelIn(plan, first, 'algorithm')
  const short = shortened(baseline, nameMax * look.scale, look.sizes.axis)
  const repeated = groups.some(({ complete }) => complete.length > 1)
  const others = groups.filter(({ key }) => key.algorithm !== first.key.algorithm)
  const compared = { ...plan, groups: others }
  const shown = labels(compared, 'algorithm')
  const title = `${shown.length === 1 ? `${shown[0]}: ${measure}` : capitalised(measure)}, relative to ${baseline}`
  const spots = new Map(others.map((group) => [group, spot(plan, group, ratios.get(group)!, false)]))
  const chart: Curves = {
    name: `${measure}-ratio${plan.suffix}`,
    title,
    caption: caption({
      marks: [
        `The ${measure} of each run, divided by ${measure === 'messages' ? 'those' : 'that'} of ${baseline} on the same instance: network, identifiers and the seed of the delays`,
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
    axis: `${measure} relative to ${short}`,
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
const isFree = (groups: readonly Group[], { key }: Group, measure: ShownMeasure): boolean =>
  groups.some((one) => one.key.algorithm === key.algorithm && one.complete.some((row) => row[measure] === 0))

/** The dashed line of each panel: what the baseline itself takes. */
function lineAtOne(plan: ChartPlan, measure: ShownMeasure, baseline: string): Bound[] {
  const as = measure === 'messages' ? 'as many' : 'as long'
  const panels = groupBy(plan.groups, (group) => labelIn(plan, group, plan.panel))
  return [...panels].map(([panel, members]) => ({
    panel,
    label: `${as} as ${baseline}`,
    series: null,
    points: distinct(members.map(({ key }) => key.n))
      .sort((a, b) => a - b)
      .map((n) => ({ n, value: 1 })),
  }))
}

/** Run by run, the cost of a group over that of the baseline on the same instance. */
function ratiosOf(
  { complete }: Group,
  baseline: Group | undefined,
  measure: ShownMeasure,
  numbers: Results['numbers'],
): Measured[] {
  const costs = new Map(baseline?.complete.map((row) => [row.replicate, row[measure]]))
  return complete.flatMap((row) => {
    const { replicate, [measure]: cost } = row
    const other = costs.get(replicate)
    if (cost === null || !other) return []
    return [{ value: Number((cost / other).toPrecision(9)), row: numbers.get(row)! }]
  })
}
