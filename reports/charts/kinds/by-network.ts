import { type Results, valuesOf } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { figure as figureText } from '../../wording/numbers.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { type Figure, labelIn, labels, planFigures } from '../data/chart-plan.ts'
import { measuredOf, runRecords } from '../data/observations.ts'
import { type Strips, stripChart } from '../forms/strip-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import { sweptGroups } from './against-n.ts'
import { claimedLargest } from './by-delay.ts'
import { leftOut, stripLegend, stripSentences } from './distribution.ts'

/** No more rows than this. */
const rowsMax = 60

/** Costs on networks of one size each, such as those from files: a row for each network. */
export function byNetwork(results: Results, measure: ShownMeasure, look: Look): Chart[] {
  const swept = new Set(sweptGroups(results, measure))
  const single = results.groups.filter(
    (group) => !swept.has(group) && valuesOf(group.complete, measure).length > 0,
  )
  return planFigures(results, single).map((figure) => draw(figure, measure, look))
}

function draw(planned: Figure, measure: ShownMeasure, look: Look): Chart {
  const { manifest, numbers } = planned
  const networks = labels(planned, planned.panel)
  const shown = new Set(networks.slice(0, rowsMax))
  const groups = planned.groups.filter((group) => shown.has(labelIn(planned, group, planned.panel)))
  const figure = { ...planned, groups }
  const title = titled(figure, `${measure} on each network`)
  const chart: Strips = {
    name: `${measure}-by-network${figure.suffix}`,
    title,
    caption: caption({
      title,
      marks: [...stripSentences(groups, true), unitSentence(measure, groups)],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) => runRecords(group, measure, numbers)),
    subtitle: [figure.setting, stripLegend(groups, true) + leftOut(networks.length, rowsMax)],
    axis: costAxis(measure, figure.groups),
    series: labels(figure, figure.colour),
    lanes: groups.map((group) => ({
      panel: '',
      name: `${labelIn(figure, group, figure.panel)} (n = ${figureText(group.key.n)})`,
      series: labelIn(figure, group, figure.colour),
      runs: measuredOf(group.complete, measure, numbers),
      bound: claimedLargest(group, measure),
    })),
  }
  return stripChart(chart, look)
}
