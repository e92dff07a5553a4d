import type { Measure, ParameterValues } from '../../../engine/index.ts'
import { distinct } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import { measuredOf } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureTitle, measureWords } from '../../wording/measures.ts'
import { figure, listing } from '../../wording/numbers.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { type ChartPlan, labelIn, labels, planCharts, seriesMax, toldApart } from '../data/chart-plan.ts'
import { type Observation, placeColumns } from '../data/observations.ts'
import { type Quantity, quantityNamed } from '../data/quantity.ts'
import { sweptIn } from '../data/swept.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { type Cloud, cloudChart } from '../forms/cloud-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkAxes, checkQuantity, facets, measure, measureOf, planOf, textOf, where } from './parameters.ts'

const throughput: Measure = 'column:throughput'

/** The response time of a service against its throughput, as the load varies: a curve for each algorithm. */
export const throughputResponse: ChartKind = {
  name: 'throughput-response',
  summary: 'the response time of a service against its throughput, as the load varies',
  parameters: {
    measure: {
      ...measure,
      description: 'the time: column:response_mean, response (the largest), response:OP',
      default: 'column:response_mean',
    },
    load: {
      kind: 'text',
      description:
        'what varies the load, such as workload_mean; what the sweep varies of the workload, if left out',
    },
    ...facets,
    where,
  },
  check(values) {
    checkAxes('throughput-response', values)
    if (values.load !== undefined) checkQuantity('throughput-response', 'load', String(values.load))
  },
  about: ({ groups }, values) => {
    const load = loadOf(groups, values)
    return load === null ? [] : placed(groups, measureOf(values), load)
  },
  draw(results, look, values) {
    const load = loadOf(results.groups, values)
    if (load === null) return []
    const asked = { ...planOf(values), x: load }
    const groups = toldApart(placed(results.groups, measureOf(values), load), asked)
    return planCharts(results, groups, asked).flatMap((plan) => draw(plan, measureOf(values), look))
  },
}

/** What varies the load; null if nothing does. */
function loadOf(groups: Results['groups'], { load }: ParameterValues): Quantity | null {
  const name =
    textOf(load) ?? sweptIn(groups).find(({ parameter }) => parameter?.within === 'workload')?.parameter?.name
  return name === undefined ? null : quantityNamed(name)
}

/** The groups in which both were measured and that differ from others in their load. */
const placed = (groups: readonly Group[], measure: Measure, load: Quantity): Group[] =>
  sweptGroups({ groups: groups.filter((group) => pointsOf(group, measure).length > 0) }, measure, load)

const pointsOf = ({ complete }: Group, measure: Measure) =>
  complete.flatMap((run) => {
    const [value, n] = [measuredOf(run, measure), measuredOf(run, throughput)]
    return value === null || n === null ? [] : [{ run, value, n }]
  })

/** The medians of throughput and response time among the runs of a group. */
function middle(group: Group, measure: Measure): { readonly n: number; readonly value: number } {
  const points = pointsOf(group, measure)
  const of = (key: 'n' | 'value') =>
    quantile(
      points.map((point) => point[key]),
      0.5,
    )
  return { n: of('n'), value: of('value') }
}

function draw(plan: ChartPlan, measure: Measure, look: Look): Chart[] {
  const { groups, manifest, numbers, x: load } = plan
  const series = labels(plan, plan.colour)
  if (series.length > seriesMax) return []
  const place = (group: Group) => ({
    panel: labelIn(plan, group, plan.panel),
    series: labelIn(plan, group, plan.colour),
  })
  const loads = distinct(groups.map((group) => load.of(group)!)).sort((a, b) => a - b)
  const chart: Cloud = {
    name: `${measureSlug(measure)}-against-throughput${plan.suffix}`,
    title: titled(plan, `${measureWords(measure)} against throughput`),
    subtitle: [
      plan.setting,
      `${capitalised(load.title)}: ${loads.map(figure).join(', ')}; dots: single runs`,
    ],
    caption: caption({
      marks: [
        `Each point is the median of the runs of one load, and small dots are single runs. Points are joined in the order of their loads: ${load.words} is ${listing(loads.map(figure))}`,
        unitSentence(measure, groups),
      ],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.map((group) => observation(group, measure, load)),
    axis: measureTitle(throughput),
    timeAxis: costAxis(measure, groups),
    series,
    runs: groups.flatMap((group) =>
      pointsOf(group, measure).map(({ run, n, value }) => ({
        ...place(group),
        n,
        value,
        row: numbers.get(run)!,
      })),
    ),
    paths: groups.map((group) => ({ ...place(group), ...middle(group, measure), order: load.of(group)! })),
    bounds: [],
  }
  return cloudChart(chart, look)
}

/** A group as a record of the figure's table. */
function observation(group: Group, measure: Measure, load: Quantity): Observation {
  const { n, value } = middle(group, measure)
  return {
    ...placeColumns(group, load),
    runs: group.complete.length,
    median_throughput: n,
    [`median_${measure}`]: value,
  }
}
