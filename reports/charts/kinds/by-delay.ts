import type { Measure } from '../../../engine/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { headingOf, labelOf, specOf } from '../../wording/dimensions.ts'
import { isTime, measureSlug, measureWords } from '../../wording/measures.ts'
import { count, figure } from '../../wording/numbers.ts'
import { costAxis, titled } from '../../wording/titles.ts'
import { claimedLargest } from '../data/claimed-largest.ts'
import { measuredOf, runRecords } from '../data/observations.ts'
import { ofSize } from '../data/swept-groups.ts'
import { type Strips, stripChart } from '../forms/strip-chart.ts'
import { leftOut, stripLegend, stripSentences } from '../forms/strip-words.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkMeasure, measure, measureOf, n, sizeOf, where } from './parameters.ts'

/** No more panels than this. */
const networksMax = 12

/**
 * A cost by distribution of delays, ordered by median, at one size: the largest unless it is given. Where delays are
 * constant in one of the rows, the others say how their medians compare with that.
 */
export const byDelay: ChartKind = {
  name: 'by-delay',
  summary: 'how sensitive a cost is to delays: a row for each distribution, ordered by median',
  parameters: { measure: { ...measure, default: 'time' }, n, where },
  named: { 'time-by-delay': '' },
  check: (values) => checkMeasure('by-delay', values),
  draw: (results, look, values) => draw(results, measureOf(values), sizeOf(values), look),
}

function draw(results: Results, measure: Measure, n: number | undefined, look: Look): Chart[] {
  const { manifest, numbers } = results
  const measured = results.groups.filter(({ complete }) => valuesOf(complete, measure).length > 0)
  const settings = groupBy(
    ofSize(measured, n),
    ({ key: { inputs, wakeup, faults, weights, clocks, workload } }) =>
      JSON.stringify([inputs, wakeup, faults, weights, clocks, workload]),
  )
  // Only the first setting is shown: differences between settings would hide those between delays.
  const [all = []] = settings.values()
  if (new Set(all.map(({ key }) => specOf(key, 'delay'))).size < 2) return []
  const networks = distinct(all.map(({ key }) => key.topology))
  const groups = byMedian(
    all.filter(({ key }) => networks.indexOf(key.topology) < networksMax),
    measure,
  )
  const series = distinct(all.map(({ key }) => labelOf(key, 'algorithm', manifest)))
  const steady = new Map(
    groups
      .filter(({ key }) => key.delay === 'constant')
      .map((group) => [place(group), median(group, measure)]),
  )
  const title = titled({ groups, manifest }, `${measureWords(measure)} by distribution of message delays`)
  const units = isTime(measure)
    ? 'Times are in units of the largest possible delay (largest observed, where delays are unbounded)'
    : ''
  const relative = steady.size === 0 ? '' : 'at the right: median relative to that of constant delays'
  const chart: Strips = {
    name: `${measureSlug(measure)}-by-delay${n === undefined ? '' : `-n-${n}`}`,
    title,
    subtitle: [
      units,
      [stripLegend(groups, true) + leftOut(networks.length, networksMax), relative]
        .filter((part) => part !== '')
        .join('; '),
    ],
    caption: caption({
      marks: [units, ...stripSentences(groups, true), capitalised(relative)],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) => runRecords(group, measure, numbers)),
    axis: costAxis(measure, groups),
    series,
    lanes: groups.map((group) => ({
      panel: `${labelOf(group.key, 'topology', manifest)}, n = ${count(group.key.n)}`,
      name: headingOf(group.key, 'delay', manifest),
      series: labelOf(group.key, 'algorithm', manifest),
      runs: measuredOf(group.complete, measure, numbers),
      bound: claimedLargest(group, measure),
      note: comparedWith(steady.get(place(group)), median(group, measure)),
    })),
  }
  return stripChart(chart, look)
}

const median = ({ complete }: Group, measure: Measure): number => quantile(valuesOf(complete, measure), 0.5)

/** The key of a group without its delays: groups with the same one differ in their delays only. */
const place = ({ key: { delay: _, timing: __, ...rest } }: Group): string => JSON.stringify(rest)

/**
 * The groups by the cost of their delays, the costliest distribution first. What counts is the median of a group over
 * the largest median in the same place.
 */
function byMedian(groups: readonly Group[], measure: Measure): Group[] {
  const slowest = new Map<string, number>()
  for (const group of groups)
    slowest.set(place(group), Math.max(slowest.get(place(group)) ?? 0, median(group, measure)))
  const shares = groupBy(groups, ({ key }) => specOf(key, 'delay'))
  const share = (group: Group) => median(group, measure) / (slowest.get(place(group)) || 1)
  const rank = new Map(
    [...shares].map(([delay, members]) => [delay, quantile(members.map(share), 0.5)] as const),
  )
  return [...groups].sort((a, b) => rank.get(specOf(b.key, 'delay'))! - rank.get(specOf(a.key, 'delay'))!)
}

/** “0.62×”: a median divided by that of constant delays; nothing where there are none. */
function comparedWith(steady: number | undefined, own: number): string {
  if (steady === undefined || steady === 0) return ''
  const ratio = own / steady
  return `${ratio < 10 ? ratio.toFixed(2) : figure(Math.round(ratio))}×`
}
