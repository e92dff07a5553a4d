import { distinct, groupBy } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { claimedValues, type Group, type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import type { Look } from '../themes/look.ts'
import { caption } from '../wording/captions.ts'
import { headingOf, labelOf, specOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import { costAxis, titled } from '../wording/titles.ts'
import type { Chart } from './chart.ts'
import { largestOf, leftOut, stripLegend, stripSentences } from './distribution.ts'
import { measuredOf, runRecords } from './observations.ts'
import { type Strips, stripChart } from './strip-chart.ts'

/** No more panels than this. */
const networksMax = 12

/** Time by distribution of delays, at the largest size; where there are at least two. */
export function timeByDelay(results: Results, look: Look): Chart[] {
  const { manifest, numbers } = results
  const measured = results.groups.filter(({ complete }) => valuesOf(complete, 'time').length > 0)
  if (new Set(measured.map(({ key }) => specOf(key, 'delay'))).size < 2) return []
  const largest = largestOf(measured, ({ key: { n: _, ...rest } }) => JSON.stringify(rest))
  const settings = groupBy(largest, ({ key: { inputs, wakeup, faults } }) =>
    JSON.stringify([inputs, wakeup, faults]),
  )
  // What else varies is shown elsewhere; here it would hide the delays.
  const all = [...settings.values()][0]!
  const networks = distinct(all.map(({ key }) => key.topology))
  const groups = all.filter(({ key }) => networks.indexOf(key.topology) < networksMax)
  const series = [...new Set(groups.map(({ key }) => labelOf(key, 'algorithm', manifest)))]
  const title = titled({ groups, manifest }, 'time by distribution of message delays')
  const units =
    'Times are in units of the largest possible delay (largest observed, where delays are unbounded)'
  const chart: Strips = {
    name: 'time-by-delay',
    title,
    subtitle: [units, stripLegend(groups, true) + leftOut(networks.length, networksMax)],
    caption: caption({
      title,
      marks: [units, ...stripSentences(groups, true)],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) => runRecords(group, 'time', numbers)),
    axis: costAxis('time', groups),
    series,
    lanes: groups.map((group) => ({
      panel: `${labelOf(group.key, 'topology', manifest)}, n = ${count(group.key.n)}`,
      name: headingOf(group.key, 'delay', manifest),
      series: labelOf(group.key, 'algorithm', manifest),
      runs: measuredOf(group.complete, 'time', numbers),
      bound: claimedLargest(group, 'time'),
    })),
  }
  return [stripChart(chart, look)]
}

/** The largest value of the shown claim among a group's runs, which none of them may exceed; null without a claim. */
export function claimedLargest(group: Group, measure: ShownMeasure): number | null {
  return describe(claimedValues(group, measure))?.max ?? null
}
