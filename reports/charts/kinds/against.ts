import { type Formula, InputError, type Measure, type ParameterValues } from '../../../engine/index.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { together } from '../../wording/together.ts'
import { byValue } from '../data/by-value.ts'
import { type ChartPlan, labels, planCharts, slug, sweptKeys, toldApart } from '../data/chart-plan.ts'
import { readDivisor } from '../data/divisor.ts'
import { sweptGroups } from '../data/swept-groups.ts'
import { costPart, inPanels } from '../forms/cost-part.ts'
import { curveChart } from '../forms/curve-chart.ts'
import type { Scales } from '../forms/curves.ts'
import { formulaCurves } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import {
  axes,
  checkAxes,
  checkMeasure,
  measure,
  measureOf,
  planOf,
  scalesOf,
  sweptAbout,
  textOf,
  where,
} from './parameters.ts'

/** With fewer runs a quantile of 2.5% would be made up between the two smallest. */
const runsForQuantiles = 40

/** What is drawn in each chart. */
interface Drawn {
  /** One cost, or two beside each other. */
  readonly measures: readonly Measure[]
  /** A curve to compare with. */
  readonly formula: Formula | null
  readonly scales: Scales
}

/** A cost against the number of processors, or against whatever else is a number, with its bounds. */
export const against: ChartKind = {
  name: 'against',
  summary: 'a cost against the number of processors, or against another quantity, with its bounds',
  parameters: {
    measure,
    beside: { kind: 'text', description: 'another cost, in panels of its own with the same axes' },
    ...axes,
    formula: {
      kind: 'text',
      description: 'a curve to compare with, in n, m, D and ecc: n log2(n)',
    },
    where,
  },
  named: { 'against-n': '', 'messages-against-n': '', 'time-against-n': 'measure=time' },
  check(values) {
    checkAxes('against', values)
    const { measures } = drawnOf(values)
    if (measures.length === 1) return
    checkMeasure('against', { measure: measures[1]! })
    if (measures[0] === measures[1])
      throw new InputError(`chart against: beside=${measures[1]} is the measure itself; give another cost`)
  },
  about: sweptAbout,
  draw(results, look, values) {
    const measure = measureOf(values)
    const asked = planOf(values)
    const groups = toldApart(
      sweptGroups({ groups: byValue(results.groups, asked.x) }, measure, asked.x),
      asked,
    )
    return planCharts(results, groups, asked).flatMap((plan) => draw(plan, drawnOf(values), look))
  },
}

function drawnOf(values: ParameterValues): Drawn {
  const [beside, formula] = [textOf(values.beside), textOf(values.formula)]
  return {
    measures: [measureOf(values), ...(beside === undefined ? [] : [beside as Measure])],
    formula: formula === undefined ? null : readDivisor('against', formula),
    scales: scalesOf(values),
  }
}

function draw(planned: ChartPlan, { measures, formula, scales }: Drawn, look: Look): Chart[] {
  const plan = { ...planned, groups: planned.groups.filter(({ complete }) => complete.length > 0) }
  const { groups, manifest } = plan
  const counts = groups.map(({ complete }) => complete.length)
  const repeated = Math.max(...counts) > 1
  const quantiles = Math.min(...counts) >= runsForQuantiles
  const [first, second] = measures as readonly [Measure, Measure?]
  const both = second === undefined ? null : together(measureWords(first), measureWords(second))
  const parts = measures.map((measure, i) =>
    inPanels(costPart(plan, measure, quantiles), labels(plan, plan.panel), both?.headers[i] ?? null),
  )
  const claimed = parts.some(({ bounds }) => bounds.length > 0)
  const compared = formula === null ? [] : formulaCurves(plan, formula)
  const runs = parts.flatMap((one) => one.runs)
  const legend = [
    runWords(planned.groups),
    quantiles ? 'band: 2.5% to 97.5% quantile' : repeated ? 'band: smallest to largest' : '',
    claimed ? 'dashed: the theorem' : '',
    formula === null ? '' : `${formula.text}: to compare`,
  ]
  const words = both?.words ?? measureWords(first)
  return curveChart(
    {
      name: `${measures.map(measureSlug).join('-beside-')}-against-${slug(plan.x.name)}${plan.suffix}`,
      title: titled(plan, `${words} against ${plan.x.words}`),
      subtitle: [plan.setting, legend.filter((part) => part !== '').join('; ')],
      caption: caption({
        marks: [
          lineSentence(planned.groups),
          bandSentence(repeated, quantiles),
          repeated && runs.length > 0 ? 'Points are single runs' : '',
          claimed ? 'Dashed lines are the bounds that the theorems claim' : '',
          formula === null ? '' : `The curve ${formula.text} is there to compare with; nothing claims it`,
          unitSentence(first, groups),
        ],
        keys: sweptKeys(plan),
        manifest,
      }),
      data: parts.flatMap(({ data }) => data),
      axis: both?.axis ?? costAxis(first, groups),
      level: plan.x.title,
      scales,
      panels: parts.flatMap(({ panels }) => panels),
      series: labels(plan, plan.colour),
      spots: parts.flatMap(({ spots }) => spots),
      runs,
      bounds: parts.flatMap(({ bounds, panelOf }) => [
        ...bounds,
        ...compared.map((one) => ({ ...one, panel: panelOf(one.panel) })),
      ]),
    },
    look,
  )
}

function bandSentence(repeated: boolean, quantiles: boolean): string {
  if (!repeated) return ''
  return `Bands reach from the ${quantiles ? '2.5% to the 97.5% quantile' : 'smallest to the largest run'}`
}
