import { groupBy } from '../group-by.ts'
import { shortened } from '../render/text-width.ts'
import type { Group, Results } from '../statistics/groups.ts'
import { specOf } from '../wording/dimensions.ts'
import { runWords } from '../wording/runs.ts'
import { singleRuns, spot, sweptGroups } from './against-n.ts'
import type { Chart } from './chart.ts'
import { curveChart } from './curve-chart.ts'
import { type Figure, labelIn, labels, planFigures } from './figures.ts'
import { ink, sizes } from './theme.ts'

/** Names of algorithms beside lines and axes are no wider than this, in pixels; the title has them in full. */
const nameMax = 150

/**
 * Algorithms compared: how many messages each takes for one of the first algorithm's, on the same networks with the
 * same inputs. Where there are at least two algorithms.
 */
export function messagesRatio(results: Results): Chart[] {
  return planFigures(results, sweptGroups(results, 'messages')).flatMap((figure) => draw(figure) ?? [])
}

function draw(planned: Figure): Chart | null {
  const [first] = planned.groups
  if (planned.colour !== 'algorithm' || first === undefined) return null
  const instance = ({ key: { algorithm: _, ...rest } }: Group) => JSON.stringify(rest)
  const baselines = new Map(
    planned.groups
      .filter(({ key }) => specOf(key, 'algorithm') === specOf(first.key, 'algorithm'))
      .map((group) => [instance(group), group]),
  )
  const ratios = new Map(
    planned.groups.map((group) => [group, ratiosOf(group, baselines.get(instance(group)))]),
  )
  const groups = planned.groups.filter((group) => ratios.get(group)!.length > 0)
  const figure = { ...planned, groups }
  const series = labels(figure, 'algorithm')
  if (series.length < 2) return null
  const baseline = labelIn(figure, first, 'algorithm')
  const short = shortened(baseline, nameMax, sizes.axis)
  const one = [...groupBy(groups, (group) => labelIn(figure, group, figure.panel))].map(
    ([panel, members]) => ({
      panel,
      label: `as many as ${short}`,
      colour: ink.bound,
      points: [...new Set(members.map(({ key }) => key.n))]
        .sort((a, b) => a - b)
        .map((n) => ({ n, value: 1 })),
    }),
  )
  const repeated = groups.some(({ complete }) => complete.length > 1)
  const others = groups.filter(({ key }) => key.algorithm !== first.key.algorithm)
  const compared = { ...figure, groups: others }
  const shown = labels(compared, 'algorithm')
  return curveChart({
    name: `messages-ratio${figure.suffix}`,
    title: `${shown.length === 1 ? `${shown[0]}: messages` : 'Messages'}, relative to ${baseline}`,
    subtitle: [
      figure.setting,
      `${runWords(others)} of the same instance${repeated ? '; band: smallest to largest' : ''}`,
    ],
    axis: `messages relative to ${short}`,
    panels: labels(compared, figure.panel),
    series,
    shown,
    spots: others.map((group) => spot(figure, group, ratios.get(group)!, false)),
    runs: singleRuns(compared, (group) => ratios.get(group)!),
    bounds: one,
  })
}

/** Run by run, the messages of a group over those of the baseline on the same instance. */
function ratiosOf({ complete }: Group, baseline: Group | undefined): number[] {
  const messages = new Map(baseline?.complete.map((row) => [row.replicate, row.messages]))
  return complete.flatMap((row) => {
    const other = messages.get(row.replicate)
    return row.messages === null || !other ? [] : [Number((row.messages / other).toPrecision(9))]
  })
}
