import { groupBy } from '../group-by.ts'
import { quantile } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/shown-claim.ts'
import { capitalised } from '../wording/capitalised.ts'
import { labelOf, specOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import { costAxis, titled } from '../wording/titles.ts'
import type { Chart } from './chart.ts'
import { largestOf, stripLegend } from './distribution.ts'
import { stripChart } from './strip-chart.ts'

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
  const groups = [...settings.values()][0]!
  const series = [...new Set(groups.map(({ key }) => labelOf(key, 'algorithm', manifest)))]
  return [
    stripChart({
      name: 'time-by-delay',
      title: titled({ groups, manifest }, 'time by distribution of message delays'),
      subtitle: [
        'Times are in units of the largest possible delay (largest observed, where delays are unbounded)',
        stripLegend(groups, true),
      ],
      axis: costAxis.time,
      series,
      lanes: groups.map((group) => ({
        panel: `${capitalised(labelOf(group.key, 'topology', manifest))}, n = ${count(group.key.n)}`,
        row: capitalised(labelOf(group.key, 'delay', manifest)),
        series: labelOf(group.key, 'algorithm', manifest),
        values: valuesOf(group.complete, 'time'),
        bound: claimedMedian(group, 'time'),
      })),
    }),
  ]
}

/** The median of what the shown claim says of a group's runs; null if it says nothing. */
export function claimedMedian({ rows, claims }: Group, measure: ShownMeasure): number | null {
  const values = rows.flatMap((row) => row[`${measure}_claim`] ?? []).filter(Number.isFinite)
  return claims[measure] === null || values.length === 0 ? null : quantile(values, 0.5)
}
