import type { ClaimData } from '../../../experiments/cell/index.ts'
import { groupBy } from '../../group-by.ts'
import { isUpper } from '../../statistics/bounds.ts'
import { quantile } from '../../statistics/describe.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { titled } from '../../wording/titles.ts'
import { type ChartPlan, labelIn, labels, planCharts } from '../data/chart-plan.ts'
import { type Spot, singleRuns, spot } from '../data/curve-points.ts'
import { keyColumns, type Measured, type Observation } from '../data/observations.ts'
import { curveChart } from '../forms/curve-chart.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'

/** The most bits that a channel carried in one direction in one round, against n: a line that is level or grows like log n is CONGEST. */
export const channelLoad: ChartKind = {
  name: 'channel-load',
  summary: 'the most bits that a channel carried in a round, of algorithms that claim something of it',
  parameters: {},
  draw(results, look) {
    const loaded = results.groups.filter((group) => loadsOf(group, results.numbers).length > 0)
    return planCharts(results, loaded).flatMap((plan) => draw(plan, look))
  },
}

const measure = 'bits:load'

/** The loads of a group's runs: what was measured stands beside what is claimed of it. */
function loadsOf({ complete }: Group, numbers: Results['numbers']): Measured[] {
  return complete.flatMap((row) => {
    const verdict = row.verdicts.find((one) => one.measure === measure)
    return verdict === undefined ? [] : [{ value: verdict.measured, row: numbers.get(row)! }]
  })
}

function draw(plan: ChartPlan, look: Look): Chart[] {
  const { groups, manifest, numbers } = plan
  const measured = (group: Group) => loadsOf(group, numbers)
  const spots = new Map(groups.map((group) => [group, spot(plan, group, measured(group), false)]))
  const bounds = boundsOf(plan)
  const legend = [
    runWords(groups),
    'band: smallest to largest',
    bounds.length > 0 ? 'dashed: the theorem' : '',
  ]
  const title = titled(plan, 'bits on one channel in one round, against the number of processors')
  return curveChart(
    {
      name: `channel-load${plan.suffix}`,
      title,
      subtitle: [plan.setting, legend.filter((part) => part !== '').join('; ')],
      caption: caption({
        marks: [
          lineSentence(groups),
          'What counts is the channel, the direction and the round that carry most',
          bounds.length > 0 ? 'Dashed lines are the bounds that the theorems claim' : '',
          symbolSentence(plan),
        ],
        keys: groups.map(({ key }) => key),
        manifest,
      }),
      data: groups.map((group) => observation(group, spots.get(group)!)),
      axis: 'bits per channel and round',
      panels: labels(plan, plan.panel),
      series: labels(plan, plan.colour),
      spots: [...spots.values()],
      runs: singleRuns(plan, measured),
      bounds,
    },
    look,
  )
}

/** For each algorithm and panel the bound that is claimed from above, if there is one: the median of its values at each size. */
function boundsOf(plan: ChartPlan): Bound[] {
  const families = groupBy(plan.groups, (group) =>
    JSON.stringify([labelIn(plan, group, plan.panel), labelIn(plan, group, plan.colour)]),
  )
  return [...families.values()].flatMap((members) => {
    const [first] = members
    const claim = claimOf(plan, first!)
    if (claim === undefined) return []
    const points = members.flatMap(({ key, complete }) => {
      const values = complete.flatMap(
        ({ verdicts }) => verdicts.find((one) => one.claim === claim.id)?.bound ?? [],
      )
      return values.length === 0 ? [] : [{ n: key.n, value: quantile(values, 0.5) }]
    })
    const series = labelIn(plan, first!, plan.colour)
    return [{ panel: labelIn(plan, first!, plan.panel), label: boundLabel(claim), series, points }]
  })
}

/** The bound from above that is claimed of a group's loads. */
function claimOf({ manifest }: ChartPlan, { key }: Group): ClaimData | undefined {
  const claims = manifest.algorithms.find(({ name }) => name === key.algorithm)?.claims ?? []
  return claims.find((one) => one.measure === measure && isUpper(one))
}

/** What the letters in the bounds mean that only their algorithms explain: “B: bits of the largest weight”. */
function symbolSentence(plan: ChartPlan): string {
  const symbols = plan.groups.flatMap((group) => Object.entries(claimOf(plan, group)?.where ?? {}))
  return [...new Map(symbols)].map(([symbol, meaning]) => `${symbol}: ${meaning}`).join('; ')
}

const observation = ({ key }: Group, { n: _, ...rest }: Spot): Observation => ({
  ...keyColumns(key),
  ...rest,
})
