import type { ParameterValues } from '../../../engine/index.ts'
import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { valuesOf as costsOf, type Group, type Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { count } from '../../wording/numbers.ts'
import { runWords } from '../../wording/runs.ts'
import { costAxis, titled } from '../../wording/titles.ts'
import { divided } from '../data/divisor.ts'
import { type AskedSides, atOneSize, checkSides, settingOf, sidesOf, wordsFor } from '../data/map-sides.ts'
import {
  costliest,
  keyColumns,
  type Measured,
  measuredOf,
  type Observation,
  valuesIn as valuesOf,
} from '../data/observations.ts'
import { type Swept, sweptIn, valuesIn } from '../data/swept.ts'
import { heatChart } from '../forms/heat-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkMeasure, measure, measureOf, textOf, where } from './parameters.ts'

/** No more panels than this. */
const panelsMax = 9

/** A cost, or cost / bound, over two things that the sweep varies; a panel for each setting of all others. */
export const heatMap: ChartKind = {
  name: 'heat-map',
  summary: 'a cost over two things that the sweep varies, by colour',
  parameters: {
    x: {
      kind: 'text',
      description:
        'n, topology, delay, wakeup, inputs, algorithm, or a parameter: topology_degree, gnp:degree',
    },
    y: { kind: 'text', description: 'the same, for the upright side' },
    measure,
    value: {
      kind: 'text',
      description: 'the median of the runs, or their median cost / bound',
      choices: ['median', 'over-bound'],
      default: 'median',
    },
    where,
  },
  check(values) {
    checkMeasure('heat-map', values)
    checkSides(askedSides(values), 'heat-map')
  },
  draw,
  // Only for two numbers that take at least three values each: one of them is a parameter in specs, or both are.
  usual({ groups }, values) {
    const measured = groups.filter(({ complete }) => costsOf(complete, 'messages').length > 0)
    const [x, y] = sweptIn(measured).filter(
      (swept) => (swept.name === 'n' || swept.parameter !== null) && valuesIn(measured, swept).length >= 3,
    )
    return x === undefined || y === undefined ? null : { ...values, x: x.name, y: y.name }
  },
}

const askedSides = ({ x, y }: ParameterValues): AskedSides => ({ x: textOf(x), y: textOf(y) })

function draw(results: Results, look: Look, values: ParameterValues): Chart[] {
  const { value } = values
  const measure = measureOf(values)
  const { manifest, numbers } = results
  const costs = (group: Group): Measured[] =>
    value === 'median' ? measuredOf(group.complete, measure, numbers) : divided(group, measure, null, numbers)
  const measured = results.groups.filter((group) => costs(group).length > 0)
  const sides = sidesOf(measured, askedSides(values))
  if (sides === null) return []
  const placed = measured.filter(({ key }) => sides.every((side) => side.read(key) !== null))
  const groups = sides.some(({ name }) => name === 'n') ? placed : atOneSize(placed)
  const settings = [...groupBy(groups, ({ key }) => settingOf(key, sides)).values()]
  const shown = settings.slice(0, panelsMax).flat()
  if (sides.some((side) => valuesIn(shown, side).length < 2)) return []
  const { setting, headerOf } = wordsFor(shown, sides, results)
  const words = measureWords(measure)
  const what = value === 'median' ? words : `${words} / bound`
  const title = titled({ groups: shown, manifest }, `${what} by ${sides[0].words} and ${sides[1].words}`)
  const subtitle = [
    setting,
    runWords(shown, 'Each cell') +
      (settings.length > panelsMax ? `; the first ${panelsMax} of ${count(settings.length)} settings` : ''),
  ]
  const [across, down] = sides.map((side) => {
    const all = valuesIn(shown, side)
    const keys = all.map((one) => shown.find(({ key }) => side.read(key) === one)!.key)
    const numeric = all.every((one) => typeof one === 'number')
    return { title: side.title, numeric, all, labels: keys.map((key) => side.labelOf(key, manifest)) }
  })
  const cells = shown.map((group) => ({
    group,
    panel: headerOf(group),
    column: across!.all.indexOf(sides[0].read(group.key)!),
    line: down!.all.indexOf(sides[1].read(group.key)!),
    value: Number(quantile(valuesOf(costs(group)), 0.5).toPrecision(9)),
    row: costliest(costs(group)),
  }))
  const record = ({ group, value: median, row }: (typeof cells)[number]): Observation => ({
    ...keyColumns(group.key),
    ...Object.fromEntries(sides.map((side) => [side.name, side.read(group.key)])),
    measure,
    runs: costs(group).length,
    [value === 'median' ? 'median' : 'median_over_bound']: median,
    row,
  })
  return heatChart(
    {
      name: `${measureSlug(measure)}${value === 'median' ? '' : '-over-bound'}-by-${slug(sides[0])}-and-${slug(sides[1])}`,
      title,
      subtitle,
      caption: caption({ marks: subtitle, keys: shown.map(({ key }) => key), manifest }),
      data: cells.map(record),
      legend: value === 'median' ? costAxis(measure, shown) : what,
      across: across!,
      down: down!,
      cells: cells.map(({ group: _, ...cell }) => cell),
    },
    look,
  )
}

const slug = ({ name }: Swept): string => name.replaceAll(/[:_]/g, '-')
