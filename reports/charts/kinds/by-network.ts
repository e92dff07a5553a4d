import type { Measure, ParameterValues } from '../../../engine/index.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { figure } from '../../wording/numbers.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { type ChartPlan, labelIn, labels, planCharts } from '../data/chart-plan.ts'
import { claimedLargest } from '../data/claimed-largest.ts'
import { measuredOf, runRecords } from '../data/observations.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { type Strips, stripChart } from '../forms/strip-chart.ts'
import { leftOut, stripLegend, stripSentences } from '../forms/strip-words.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkMeasure, measure, measureOf, where } from './parameters.ts'

/** No more rows than this. */
const rowsMax = 60

/** Costs on networks of one size each, such as those from files: a row for each network. */
export const byNetwork: ChartKind = {
  name: 'by-network',
  summary: 'a cost on networks of one size each, such as those from files: a row for each',
  parameters: { measure, where },
  check: (values) => checkMeasure('by-network', values),
  named: { 'messages-by-network': '', 'time-by-network': 'measure=time' },
  about: singleSizes,
  draw(results, look, values) {
    const plans = planCharts(results, singleSizes(results, values))
    return plans.flatMap((plan) => draw(plan, measureOf(values), look))
  },
}

/** The groups whose sizes were not swept. */
function singleSizes(results: Results, values: ParameterValues): Group[] {
  const measure = measureOf(values)
  const swept = new Set(sweptGroups(results, measure))
  return results.groups.filter((group) => !swept.has(group) && valuesOf(group.complete, measure).length > 0)
}

function draw(planned: ChartPlan, measure: Measure, look: Look): Chart[] {
  const { manifest, numbers } = planned
  const networks = labels(planned, planned.panel)
  const shown = new Set(networks.slice(0, rowsMax))
  const groups = planned.groups.filter((group) => shown.has(labelIn(planned, group, planned.panel)))
  const plan = { ...planned, groups }
  const title = titled(plan, `${measureWords(measure)} on each network`)
  const chart: Strips = {
    name: `${measureSlug(measure)}-by-network${plan.suffix}`,
    title,
    caption: caption({
      marks: [...stripSentences(groups, true), unitSentence(measure, groups)],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) => runRecords(group, measure, numbers)),
    subtitle: [plan.setting, stripLegend(groups, true) + leftOut(networks.length, rowsMax)],
    axis: costAxis(measure, plan.groups),
    series: labels(plan, plan.colour),
    lanes: groups.map((group) => ({
      panel: '',
      name: `${labelIn(plan, group, plan.panel)} (n = ${figure(group.key.n)})`,
      series: labelIn(plan, group, plan.colour),
      runs: measuredOf(group.complete, measure, numbers),
      bound: claimedLargest(group, measure),
    })),
  }
  return stripChart(chart, look)
}
