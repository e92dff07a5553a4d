import { InputError, type Measure, type ParameterValues } from '../../../engine/index.ts'
import type { Manifest } from '../../../experiments/cell/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import { type Comparison, comparisonsOf } from '../../statistics/comparison.ts'
import { type GroupKey, groupColumns, type Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { circumstance, type Dimension, dimensions, headingOf, specOf } from '../../wording/dimensions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { count } from '../../wording/numbers.ts'
import { costliest, keyColumns, measuredOf } from '../data/observations.ts'
import { comparisonChart } from '../forms/comparison-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkMeasure, measure, measureOf, where } from './parameters.ts'

/** No more lines than this. */
const linesMax = 60

/** The dimensions that tell settings apart. */
const told: readonly Dimension[] = dimensions.filter((dimension) => dimension !== 'algorithm')

/**
 * Algorithms compared with the first of the experiment on the same instances: the ratio of their costs, with its
 * interval, in each setting at one size (the largest unless it is given); in the only setting, at all sizes.
 */
export const comparison: ChartKind = {
  name: 'comparison',
  summary: 'algorithms compared on the same instances: ratios of their costs, with intervals',
  parameters: {
    measure,
    n: { kind: 'text', description: 'the number of processors, or all; the largest, if left out' },
    where,
  },
  check(values) {
    checkMeasure('comparison', values)
    sizesOf(values)
  },
  named: { 'comparison-of-messages': '', 'comparison-of-time': 'measure=time' },
  draw: (results, look, values) => draw(results, measureOf(values), sizesOf(values), look),
}

function draw(results: Results, measure: Measure, n: Sizes, look: Look): Chart[] {
  const { manifest } = results
  const all = comparisonsOf(results, measure)
  const compared = all.filter(({ ratio }) => ratio !== null)
  const [first] = compared
  if (first === undefined) return []
  const withFirst = compared.filter(({ key }) => key.algorithm === first.key.algorithm)
  const atSize = ofSize(withFirst, n)
  const shown = atSize.slice(0, linesMax)
  if (shown.length === 0) return []
  const nameOf = (algorithm: string) => headingOf({ ...first.key, algorithm }, 'algorithm', manifest)
  const baseline = nameOf(first.key.algorithm)
  const others = distinct(shown.map(({ other }) => nameOf(other)))
  const { setting, rowName } = wordsFor(
    shown.map(({ key }) => key),
    manifest,
  )
  const single = others.length === 1
  const words = measureWords(measure)
  const title = `${single ? `${others[0]}: ${words}` : capitalised(words)}, compared with ${baseline}`
  const free = ofSize(
    all.filter(({ key, ratio }) => ratio === null && key.algorithm === first.key.algorithm),
    n,
  ).length
  const marks = marksOf(shown, atSize.length, free)
  const rowOf = costliestRows(results, measure)
  return comparisonChart(
    {
      name: `comparison-of-${measureSlug(measure)}${n === undefined ? '' : `-n-${n}`}`,
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
        name: rowName(one.key),
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

/** One size, all of them, or, if undefined, the largest. */
type Sizes = number | 'all' | undefined

function sizesOf({ n }: ParameterValues): Sizes {
  if (n === undefined || n === 'all') return n
  if (Number.isSafeInteger(Number(n)) && Number(n) >= 1) return Number(n)
  throw new InputError(`chart comparison: n=${n} is neither a number of processors nor all`)
}

/** What all rows of the chart have in common, and what each is called. */
function wordsFor(keys: readonly GroupKey[], manifest: Manifest) {
  const sizes = distinct(keys.map(({ n }) => n))
  const varied = told.filter((dimension) => new Set(keys.map((key) => specOf(key, dimension))).size > 1)
  const fixed = told.filter((dimension) => !varied.includes(dimension))
  const words = [
    ...fixed.map((dimension) => circumstance(keys[0]!, dimension, manifest)),
    sizes.length === 1 && varied.length > 0 ? `n = ${count(sizes[0]!)}` : '',
  ]
  return {
    setting: capitalised(words.filter((word) => word !== '').join('; ')),
    rowName(key: GroupKey): string {
      const names = varied.map((dimension) => headingOf(key, dimension, manifest))
      if (sizes.length === 1 && varied.length > 0) return names.join(', ')
      // The size stands beside the name of the network.
      return names.toSpliced(varied[0] === 'topology' ? 1 : 0, 0, `n = ${count(key.n)}`).join(', ')
    },
  }
}

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

/** The comparisons at the given size; where none is given, all of the only setting, or the largest size of each. */
function ofSize(all: readonly Comparison[], n: Sizes): Comparison[] {
  if (n === 'all') return [...all]
  if (n !== undefined) return all.filter(({ key }) => key.n === n)
  const settings = groupBy(all, ({ key }) => JSON.stringify(told.map((dimension) => specOf(key, dimension))))
  if (settings.size === 1) return [...all]
  return [...settings.values()].flatMap((members) => {
    const largest = Math.max(...members.map(({ key }) => key.n))
    return members.filter(({ key }) => key.n === largest)
  })
}

const keyText = (key: GroupKey): string =>
  JSON.stringify([...groupColumns.map((column) => key[column]), key.weights, key.workload])
