import { distinct } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { circumstance, type Dimension, dimensions, headingOf, specOf } from '../../wording/dimensions.ts'
import { count, figure } from '../../wording/numbers.ts'
import { titled } from '../../wording/titles.ts'
import { seriesMax } from '../data/chart-plan.ts'
import { addsUp, sentOf, typesOf } from '../data/message-types.ts'
import { costliest, keyColumns, measuredOf, type Observation } from '../data/observations.ts'
import { ofSize } from '../data/swept-groups.ts'
import { type Part, stackChart } from '../forms/stack-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import { shareScale } from '../sheet/scales.ts'
import type { ChartKind } from './chart-kind.ts'
import { n, sizeOf, where } from './parameters.ts'

/** No more bars than this. */
const barsMax = 40

/** The share of each type among the messages of every algorithm and setting, at one size: the largest unless it is given. */
export const byType: ChartKind = {
  name: 'by-type',
  summary: 'what messages are: the share of each type, at one size',
  parameters: { n, where },
  named: { 'messages-by-type': '' },
  draw: (results, look, values) => draw(results, sizeOf(values), look),
}

function draw(results: Results, n: number | undefined, look: Look): Chart[] {
  const { manifest, numbers } = results
  const typed = ofSize(results.groups, n).filter(({ complete }) => complete.some(addsUp))
  const types = distinct(typed.flatMap(({ complete }) => complete.flatMap(typesOf)))
  const groups = typed.slice(0, barsMax)
  if (types.length < 2 || types.length > seriesMax || groups.length === 0) return []
  const varied = dimensions.filter((one) => new Set(groups.map(({ key }) => specOf(key, one))).size > 1)
  const sizes = distinct(groups.map(({ key }) => key.n))
  const own: Dimension = varied.includes('algorithm') || varied.length === 0 ? 'algorithm' : varied[0]!
  const panelOf = ({ key }: Group) =>
    [
      ...varied.filter((one) => one !== own).map((one) => headingOf(key, one, manifest)),
      ...(sizes.length > 1 ? [`n = ${count(key.n)}`] : []),
    ].join(', ')
  const title = titled({ groups, manifest }, 'messages by type')
  const setting = [
    ...dimensions
      .filter((one) => one !== 'algorithm' && !varied.includes(one))
      .map((one) => circumstance(groups[0]!.key, one, manifest)),
    sizes.length === 1 ? `n = ${count(sizes[0]!)}` : '',
  ]
  const marks = [
    'Each bar: all messages of its runs, by type; at its right the median number of a run',
    typed.length > barsMax ? `The first ${barsMax} of ${count(typed.length)}` : '',
  ]
  const shares = groups.flatMap((group) => sharesOf(group, types))
  return stackChart(
    {
      name: `messages-by-type${n === undefined ? '' : `-n-${n}`}`,
      title,
      subtitle: [
        capitalised(setting.filter((word) => word !== '').join('; ')),
        marks.filter((mark) => mark !== '').join('. '),
      ],
      caption: caption({ marks, keys: groups.map(({ key }) => key), manifest }),
      data: shares.map(
        ({ group, type, value, sent }): Observation => ({
          ...keyColumns(group.key),
          runs: group.complete.length,
          type,
          messages_per_run: sent / group.complete.length,
          share: value,
          row: costliest(measuredOf(group.complete, 'messages', numbers)),
        }),
      ),
      axis: 'share of all messages',
      scale: shareScale(),
      types,
      bars: groups.map((group) => ({
        panel: panelOf(group),
        name: headingOf(group.key, own, manifest),
        note: figure(quantile(valuesOf(group.complete, 'messages'), 0.5)),
        parts: shares.filter((one) => one.group === group),
        row: costliest(measuredOf(group.complete, 'messages', numbers)),
      })),
    },
    look,
  )
}

function sharesOf(
  group: Group,
  types: readonly string[],
): (Part & { readonly group: Group; readonly sent: number })[] {
  const sums = types.map((type) => group.complete.reduce((sum, row) => sum + sentOf(row, type), 0))
  const all = sums.reduce((a, b) => a + b)
  return types.flatMap((type, i) =>
    sums[i] === 0 ? [] : { group, type, sent: sums[i]!, value: sums[i]! / all },
  )
}
