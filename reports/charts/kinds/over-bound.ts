import { isAboutMean, type Measure, type ParameterValues } from '../../../engine/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import type { Group } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { titled } from '../../wording/titles.ts'
import { byValue } from '../data/by-value.ts'
import {
  type ChartPlan,
  labelIn,
  labels,
  planCharts,
  slug,
  sweptKeys,
  toldApart,
} from '../data/chart-plan.ts'
import { singleRuns, spot } from '../data/curve-points.ts'
import { type Divisor, divided, readDivisor } from '../data/divisor.ts'
import { placeColumns } from '../data/observations.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { curveChart } from '../forms/curve-chart.ts'
import type { Scales } from '../forms/curves.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import {
  axes,
  checkAxes,
  measure,
  measureOf,
  planOf,
  scalesOf,
  sweptAbout,
  textOf,
  where,
} from './parameters.ts'

/**
 * The flat-line test: cost / bound against n. Where the curve is flat, the cost grows as the bound does; where it is
 * 1, the bound is attained.
 */
export const overBound: ChartKind = {
  name: 'over-bound',
  summary: 'the flat-line test: a cost divided by its bound, against the number of processors',
  parameters: {
    measure,
    ...axes,
    formula: {
      kind: 'text',
      description: 'what to divide by instead, in n, m, D and ecc: n log2(n)',
    },
    where,
  },
  named: { 'messages-over-bound': '', 'time-over-bound': 'measure=time' },
  check(values) {
    checkAxes('over-bound', values)
    divisorOf(values)
  },
  about: (results, values) =>
    sweptAbout(results, values).filter(
      (group) => divided(group, measureOf(values), divisorOf(values), results.numbers).length > 0,
    ),
  draw(results, look, values) {
    const [measure, divisor] = [measureOf(values), divisorOf(values)]
    const asked = planOf(values)
    const groups = toldApart(
      sweptGroups({ groups: byValue(results.groups, asked.x) }, measure, asked.x),
      asked,
    ).filter((group) => divided(group, measure, divisor, results.numbers).length > 0)
    return planCharts(results, groups, asked).flatMap((plan) =>
      draw(plan, measure, { divisor, scales: scalesOf(values) }, look),
    )
  },
  // If every cost equals its claim, the chart would only say again what others show.
  usual({ groups, numbers }, values) {
    const ratios = groups.flatMap((group) => divided(group, measureOf(values), null, numbers))
    return ratios.some(({ value }) => value !== 1) ? values : null
  },
}

function divisorOf(values: ParameterValues): Divisor {
  const formula = textOf(values.formula)
  return formula === undefined ? null : readDivisor('over-bound', formula)
}

function draw(
  plan: ChartPlan,
  measure: Measure,
  { divisor, scales }: { readonly divisor: Divisor; readonly scales: Scales },
  look: Look,
): Chart[] {
  const { groups, manifest, numbers } = plan
  const ratios = new Map(groups.map((group) => [group, divided(group, measure, divisor, numbers)]))
  const spots = new Map(groups.map((group) => [group, spot(plan, group, ratios.get(group)!, false)]))
  const repeated = groups.some(({ complete }) => complete.length > 1)
  const bound = divisor === null ? claimWords(groups, measure) : divisor.text
  const against = plan.x.name === 'n' ? '' : `-against-${slug(plan.x.name)}`
  const title = titled(plan, `${measureWords(measure)} divided by ${divisor === null ? 'the ' : ''}${bound}`)
  const legend = [
    runWords(groups),
    repeated ? 'band: smallest to largest' : '',
    divisor === null ? 'dashed: as claimed' : '',
  ]
  return curveChart(
    {
      name: `${measureSlug(measure)}-over-${divisor === null ? 'bound' : slug(divisor.source)}${against}${plan.suffix}`,
      title,
      subtitle: [plan.setting, legend.filter((part) => part !== '').join('; ')],
      caption: caption({
        marks: [
          'Where a line is flat, the cost grows as what it is divided by',
          divisor === null ? claimSentence(plan, measure) : '',
          lineSentence(groups),
          repeated ? 'Bands reach from the smallest to the largest ratio' : '',
        ],
        keys: sweptKeys(plan),
        manifest,
      }),
      data: groups.map((group) => ({
        ...placeColumns(group, plan.x),
        measure,
        divided_by: divisor === null ? boundLabel(group.claims[measure]!) : divisor.source,
        runs: ratios.get(group)!.length,
        median_ratio: spots.get(group)!.median,
        min_ratio: spots.get(group)!.low,
        max_ratio: spots.get(group)!.high,
        row: spots.get(group)!.row,
      })),
      axis: `${measureWords(measure)} / ${divisor === null ? bound : `(${bound})`}`,
      level: plan.x.title,
      scales,
      panels: labels(plan, plan.panel),
      series: labels(plan, plan.colour),
      spots: [...spots.values()],
      runs: singleRuns(plan, (group) => ratios.get(group)!),
      bounds: divisor === null ? lineAtOne(plan, measure) : [],
    },
    look,
  )
}

/** What to call the claims together: “bound”, unless some of them are about a mean. */
function claimWords(groups: readonly Group[], measure: Measure): string {
  const aboutMeans = distinct(groups.map(({ claims }) => isAboutMean(claims[measure]!)))
  if (!aboutMeans.includes(true)) return 'bound'
  return aboutMeans.length === 1 ? 'claimed mean' : 'claimed value'
}

/** The claims and their algorithms: “… at the dashed line: ≤ ecc + 1 (Flooding), ≤ 2m (Depth-first spanning tree)”. */
function claimSentence(plan: ChartPlan, measure: Measure): string {
  const { manifest, groups } = plan
  const titles = new Map(manifest.algorithms.map(({ name, title }) => [name, title]))
  const claims = groups.map(
    ({ key, claims }) => `${boundLabel(claims[measure]!)} (${titles.get(key.algorithm) ?? key.algorithm})`,
  )
  return `What is claimed of the ${measureWords(measure)}, at the dashed line: ${distinct(claims).join(', ')}`
}

/** The line at 1. It is labelled with the claim of its panel; where there are several, as “as claimed”. */
function lineAtOne(plan: ChartPlan, measure: Measure): Bound[] {
  const panels = groupBy(plan.groups, (group) => labelIn(plan, group, plan.panel))
  return [...panels].map(([panel, members]) => {
    const sizes = distinct(members.map((group) => plan.x.of(group)!)).sort((a, b) => a - b)
    const claims = distinct(members.map(({ claims }) => boundLabel(claims[measure]!)))
    return {
      panel,
      label: claims.length === 1 ? claims[0]! : 'as claimed',
      series: null,
      points: sizes.map((n) => ({ n, value: 1 })),
    }
  })
}
