import { groupBy } from '../group-by.ts'
import { shortened } from '../render/text-width.ts'
import type { Group, Results } from '../statistics/groups.ts'
import type { Look } from '../themes/look.ts'
import { caption } from '../wording/captions.ts'
import { specOf } from '../wording/dimensions.ts'
import { lineSentence, runWords } from '../wording/runs.ts'
import { singleRuns, spot, sweptGroups } from './against-n.ts'
import type { Chart } from './chart.ts'
import { type Curves, curveChart } from './curve-chart.ts'
import { type Figure, labelIn, labels, planFigures } from './figures.ts'
import { keyColumns, type Measured } from './observations.ts'

/** Names of algorithms beside lines and axes are no wider than this, in units of the scale; captions have them in full. */
const nameMax = 150

/**
 * Algorithms compared: how many messages each takes for one of the first algorithm's, on the same networks with the
 * same inputs. Where there are at least two algorithms.
 */
export function messagesRatio(results: Results, look: Look): Chart[] {
  return planFigures(results, sweptGroups(results, 'messages')).flatMap((figure) => draw(figure, look) ?? [])
}

function draw(planned: Figure, look: Look): Chart | null {
  const { manifest, numbers } = planned
  const [first] = planned.groups
  if (planned.colour !== 'algorithm' || first === undefined) return null
  const instance = ({ key: { algorithm: _, ...rest } }: Group) => JSON.stringify(rest)
  const baselines = new Map(
    planned.groups
      .filter(({ key }) => specOf(key, 'algorithm') === specOf(first.key, 'algorithm'))
      .map((group) => [instance(group), group]),
  )
  const ratios = new Map(
    planned.groups.map((group) => [group, ratiosOf(group, baselines.get(instance(group)), numbers)]),
  )
  const groups = planned.groups.filter((group) => ratios.get(group)!.length > 0)
  const figure = { ...planned, groups }
  const series = labels(figure, 'algorithm')
  if (series.length < 2) return null
  const baseline = labelIn(figure, first, 'algorithm')
  const short = shortened(baseline, nameMax * look.scale, look.sizes.axis)
  const one = [...groupBy(groups, (group) => labelIn(figure, group, figure.panel))].map(
    ([panel, members]) => ({
      panel,
      label: `as many as ${short}`,
      colour: look.ink.bound,
      points: [...new Set(members.map(({ key }) => key.n))]
        .sort((a, b) => a - b)
        .map((n) => ({ n, value: 1 })),
    }),
  )
  const repeated = groups.some(({ complete }) => complete.length > 1)
  const others = groups.filter(({ key }) => key.algorithm !== first.key.algorithm)
  const compared = { ...figure, groups: others }
  const shown = labels(compared, 'algorithm')
  const title = `${shown.length === 1 ? `${shown[0]}: messages` : 'Messages'}, relative to ${baseline}`
  const spots = new Map(others.map((group) => [group, spot(figure, group, ratios.get(group)!, false)]))
  const chart: Curves = {
    name: `messages-ratio${figure.suffix}`,
    title,
    caption: caption({
      title,
      marks: [
        'Messages are divided run by run by those of the same instance: network, identifiers and delays’ seed',
        lineSentence(others),
        repeated ? 'Bands reach from the smallest to the largest ratio' : '',
        `The dashed line is as many messages as ${baseline} takes`,
      ],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: others.map((group) => ({
      ...keyColumns(group.key),
      baseline: first.key.algorithm,
      runs: ratios.get(group)!.length,
      median_ratio: spots.get(group)!.median,
      min_ratio: spots.get(group)!.low,
      max_ratio: spots.get(group)!.high,
      row: spots.get(group)!.row,
    })),
    subtitle: [
      figure.setting,
      `${runWords(others)} of the same instance${repeated ? '; band: smallest to largest' : ''}`,
    ],
    axis: `messages relative to ${short}`,
    panels: labels(compared, figure.panel),
    series,
    shown,
    spots: [...spots.values()],
    runs: singleRuns(compared, (group) => ratios.get(group)!),
    bounds: one,
  }
  return curveChart(chart, look)
}

/** Run by run, the messages of a group over those of the baseline on the same instance. */
function ratiosOf({ complete }: Group, baseline: Group | undefined, numbers: Results['numbers']): Measured[] {
  const messages = new Map(baseline?.complete.map((row) => [row.replicate, row.messages]))
  return complete.flatMap((row) => {
    const other = messages.get(row.replicate)
    if (row.messages === null || !other) return []
    return [{ value: Number((row.messages / other).toPrecision(9)), row: numbers.get(row)! }]
  })
}
