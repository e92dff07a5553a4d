import { InputError, type Measure, type ParameterValues } from '../../../engine/index.ts'
import { distinct } from '../../group-by.ts'
import { type Comparison, comparisonsOf } from '../../statistics/comparison.ts'
import type { Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { headingOf } from '../../wording/dimensions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { count } from '../../wording/numbers.ts'
import { slug } from '../data/chart-plan.ts'
import { type AskedRows, comparisonRows, keyText, rowNames, type Sizes } from '../data/comparison-rows.ts'
import { costliest, keyColumns, measuredOf } from '../data/observations.ts'
import { type Quantity, quantityNamed } from '../data/quantity.ts'
import { comparisonChart } from '../forms/comparison-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkAxes, measure, measureOf, where } from './parameters.ts'

/** No more lines than this. */
const linesMax = 60

/**
 * Algorithms compared with the first of the experiment on the same instances: the ratio of their costs, with its
 * interval, in each setting at one size (the largest unless it is given); in the only setting, at all sizes. Rows may lie
 * along a parameter or a quantity.
 */
export const comparison: ChartKind = {
  name: 'comparison',
  summary: 'algorithms compared on the same instances: ratios of their costs, with intervals',
  parameters: {
    measure,
    x: { kind: 'text', description: 'what the rows lie along: n, m, D, ecc, a parameter such as wakeup_k' },
    n: { kind: 'text', description: 'the number of processors, or all; the largest, if left out' },
    where,
  },
  check(values) {
    checkAxes('comparison', values)
    sizesOf(values)
  },
  named: { 'comparison-of-messages': '', 'comparison-of-time': 'measure=time' },
  draw: (results, look, values) =>
    draw(results, measureOf(values), { n: sizesOf(values), x: rowsAlong(values) }, look),
}

function draw(results: Results, measure: Measure, asked: AskedRows, look: Look): Chart[] {
  const { manifest } = results
  const all = comparisonsOf(results, measure)
  const compared = all.filter(({ ratio }) => ratio !== null)
  const [first] = compared
  if (first === undefined) return []
  const withFirst = compared.filter(({ key }) => key.algorithm === first.key.algorithm)
  const rowsOf = comparisonRows(results, asked)
  const atSize = rowsOf(withFirst)
  const shown = atSize.slice(0, linesMax)
  if (shown.length === 0) return []
  const nameOf = (algorithm: string) => headingOf({ ...first.key, algorithm }, 'algorithm', manifest)
  const baseline = nameOf(first.key.algorithm)
  const others = distinct(shown.map(({ other }) => nameOf(other)))
  const { setting, rowName } = rowNames(results, shown, asked.x)
  const single = others.length === 1
  const words = measureWords(measure)
  const title = `${single ? `${others[0]}: ${words}` : capitalised(words)}, compared with ${baseline}`
  const free = rowsOf(
    all.filter(({ key, ratio }) => ratio === null && key.algorithm === first.key.algorithm),
  ).length
  const marks = marksOf(shown, atSize.length, free)
  const rowOf = costliestRows(results, measure)
  return comparisonChart(
    {
      name: `comparison-of-${measureSlug(measure)}${fileEnding(asked)}`,
      title,
      subtitle: [setting, marks.filter((mark) => mark !== '').join('. ')],
      caption: caption({
        marks: [...marks, `Left of the dashed line an algorithm costs less than ${baseline}`],
        keys: shown.flatMap(({ key, other }) => [key, { ...key, algorithm: other }]),
        manifest,
      }),
      data: shown.map((one) => ({
        ...keyColumns(one.key),
        other: one.other,
        measure,
        pairs: one.pairs,
        ratio: one.ratio,
        ratio_low: one.interval?.low ?? null,
        ratio_high: one.interval?.high ?? null,
        row: rowOf(one),
      })),
      axis: `${words} relative to ${baseline}`,
      series: [baseline, ...others],
      shown: others,
      marks: shown.map((one) => ({
        name: rowName(one),
        series: nameOf(one.other),
        ratio: one.ratio!,
        low: one.interval?.low ?? one.ratio!,
        high: one.interval?.high ?? one.ratio!,
        row: rowOf(one),
      })),
    },
    look,
  )
}

function sizesOf({ n, x }: ParameterValues): Sizes {
  if (n === undefined && x === 'n') return 'all'
  if (n === undefined || n === 'all') return n
  if (Number.isSafeInteger(Number(n)) && Number(n) >= 1) return Number(n)
  throw new InputError(`chart comparison: n=${n} is neither a number of processors nor all`)
}

const rowsAlong = ({ x }: ParameterValues): Quantity | null =>
  x === undefined ? null : quantityNamed(String(x))

const fileEnding = ({ n, x }: AskedRows): string =>
  `${x === null ? '' : `-along-${slug(x.name)}`}${n === undefined || x?.name === 'n' ? '' : `-n-${n}`}`

/** What the marks are, and how many of all comparisons have one. */
function marksOf(shown: readonly Comparison[], all: number, free: number): string[] {
  const pairs = distinct(shown.map((one) => one.pairs)).sort((a, b) => a - b)
  const range = `${pairs.length === 1 ? '' : `${count(pairs[0]!)} to `}${count(pairs.at(-1)!)}`
  return [
    `Mark: geometric mean of the ratios on ${range} instances that both ran on; line: its 95% interval`,
    all > linesMax ? `The first ${linesMax} of ${count(all)}; all are in comparisons.csv` : '',
    free > 0
      ? `${free === 1 ? '1 comparison has' : `${count(free)} comparisons have`} no ratio, since one of the two costs is 0`
      : '',
  ]
}

/** Finds the row of the costliest run of the other algorithm of a comparison. */
function costliestRows({ groups, numbers }: Results, measure: Measure): (of: Comparison) => number {
  const groupOf = new Map(groups.map((group) => [keyText(group.key), group]))
  return ({ key, other }) => {
    const group = groupOf.get(keyText({ ...key, algorithm: other }))!
    return costliest(measuredOf(group.complete, measure, numbers))
  }
}
