import { type Results, valuesOf } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { figure as figureText } from '../wording/numbers.ts'
import { costAxis, titled } from '../wording/titles.ts'
import { sweptGroups } from './against-n.ts'
import { claimedLargest } from './by-delay.ts'
import type { Chart } from './chart.ts'
import { leftOut, stripLegend } from './distribution.ts'
import { type Figure, labelIn, labels, planFigures } from './figures.ts'
import { stripChart } from './strip-chart.ts'

/** No more rows than this. */
const rowsMax = 60

/** Costs on networks of one size each, such as those from files: a row for each network. */
export function byNetwork(results: Results, measure: ShownMeasure): Chart[] {
  const swept = new Set(sweptGroups(results, measure))
  const single = results.groups.filter(
    (group) => !swept.has(group) && valuesOf(group.complete, measure).length > 0,
  )
  return planFigures(results, single).map((figure) => draw(figure, measure))
}

function draw(planned: Figure, measure: ShownMeasure): Chart {
  const networks = labels(planned, planned.panel)
  const shown = new Set(networks.slice(0, rowsMax))
  const groups = planned.groups.filter((group) => shown.has(labelIn(planned, group, planned.panel)))
  const figure = { ...planned, groups }
  return stripChart({
    name: `${measure}-by-network${figure.suffix}`,
    title: titled(figure, `${measure} on each network`),
    subtitle: [figure.setting, stripLegend(groups, true) + leftOut(networks.length, rowsMax)],
    axis: costAxis(measure, figure.groups),
    series: labels(figure, figure.colour),
    lanes: groups.map((group) => ({
      panel: '',
      row: `${labelIn(figure, group, figure.panel)} (n = ${figureText(group.key.n)})`,
      series: labelIn(figure, group, figure.colour),
      values: valuesOf(group.complete, measure),
      bound: claimedLargest(group, measure),
    })),
  })
}
