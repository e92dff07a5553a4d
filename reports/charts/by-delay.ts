import { distinct, groupBy } from '../group-by.ts'
import { describe } from '../statistics/describe.ts'
import { claimedValues, type Group, type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { headingOf, labelOf, specOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import { costAxis, titled } from '../wording/titles.ts'
import type { Chart } from './chart.ts'
import { largestOf, leftOut, stripLegend } from './distribution.ts'
import { stripChart } from './strip-chart.ts'

/** No more panels than this. */
const networksMax = 12

/** Time by distribution of delays, at the largest size; where there are at least two. */
export function timeByDelay(results: Results): Chart[] {
  const { manifest } = results
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
  return [
    stripChart({
      name: 'time-by-delay',
      title: titled({ groups, manifest }, 'time by distribution of message delays'),
      subtitle: [
        'Times are in units of the largest possible delay (largest observed, where delays are unbounded)',
        stripLegend(groups, true) + leftOut(networks.length, networksMax),
      ],
      axis: costAxis('time', groups),
      series,
      lanes: groups.map((group) => ({
        panel: `${labelOf(group.key, 'topology', manifest)}, n = ${count(group.key.n)}`,
        row: headingOf(group.key, 'delay', manifest),
        series: labelOf(group.key, 'algorithm', manifest),
        values: valuesOf(group.complete, 'time'),
        bound: claimedLargest(group, 'time'),
      })),
    }),
  ]
}

/** The largest value of the shown claim among a group's runs, which none of them may exceed; null without a claim. */
export function claimedLargest(group: Group, measure: ShownMeasure): number | null {
  return describe(claimedValues(group, measure))?.max ?? null
}
