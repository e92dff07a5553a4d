import { distinct, groupBy } from '../../group-by.ts'
import type { Comparison } from '../../statistics/comparison.ts'
import { type Group, type GroupKey, groupColumns, type Results } from '../../statistics/groups.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { type Dimension, dimensions, specOf } from '../../wording/dimensions.ts'
import { count, figure } from '../../wording/numbers.ts'
import { facetLabel } from './chart-plan.ts'
import { circumstanceWithout, headingWithout, keyWithout } from './key-without.ts'
import type { Quantity } from './quantity.ts'

/** One size, all of them, or, if undefined, the largest. */
export type Sizes = number | 'all' | undefined

/** Which comparisons are rows of a chart, and what they lie along; null for the settings in their order. */
export interface AskedRows {
  readonly n: Sizes
  readonly x: Quantity | null
}

/** The dimensions that tell settings apart. */
const told: readonly Dimension[] = dimensions.filter((dimension) => dimension !== 'algorithm')

/**
 * Chooses the rows: those at the given size; where none is given, all of the only setting, or the largest size of each.
 * Along what is swept they are put in its order, setting by setting; along what is measured, all in its order. Those that do
 * not have it are left out.
 */
export function comparisonRows(
  results: Results,
  { n, x }: AskedRows,
): (all: readonly Comparison[]) => Comparison[] {
  if (x === null) return (all) => ofSize(all, n)
  const valueIn = valuesAlong(results, x)
  return (all) => {
    const rows = ofSize(all, n).filter((one) => valueIn(one) !== null)
    return [...groupBy(rows, ({ key }) => restText(key, x)).values()].flatMap((members) =>
      members.sort((a, b) => valueIn(a)! - valueIn(b)!),
    )
  }
}

/** What of a setting the quantity does not say. */
const restText = (key: GroupKey, x: Quantity): string =>
  x.swept === null
    ? ''
    : JSON.stringify(told.map((dimension) => specOf(keyWithout(key, taken(x)), dimension)))

const taken = (x: Quantity | null) => (x?.swept == null ? [] : [x.swept])

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

/** The quantity in the runs of the first algorithm. */
function valuesAlong({ groups }: Results, x: Quantity): (one: Comparison) => number | null {
  const groupOf = new Map(groups.map((group): [string, Group] => [keyText(group.key), group]))
  return ({ key }) => x.of(groupOf.get(keyText(key))!)
}

/** A key as a text that is equal for equal keys. */
export const keyText = (key: GroupKey): string =>
  JSON.stringify([...groupColumns.map((column) => key[column]), key.weights, key.clocks, key.workload])

/** What all rows of the chart have in common, and what each is called. */
export function rowNames(
  results: Results,
  shown: readonly Comparison[],
  x: Quantity | null,
): { readonly setting: string; readonly rowName: (one: Comparison) => string } {
  const { manifest } = results
  const keys = shown.map(({ key }) => key)
  const without = taken(x)
  const specs = (dimension: Dimension) =>
    new Set(keys.map((key) => specOf(keyWithout(key, without), dimension)))
  const varied = told.filter((dimension) => specs(dimension).size > 1)
  const fixed = told.filter((dimension) => !varied.includes(dimension))
  const sizes = distinct(keys.map(({ n }) => n))
  const along = x === null ? null : alongText(results, x)
  const isSizeTold = sizes.length > 1 || (varied.length === 0 && along === null)
  const words = [
    ...fixed.map((dimension) => circumstanceWithout(keys[0]!, dimension, without, manifest)),
    isSizeTold ? '' : `n = ${count(sizes[0]!)}`,
  ]
  return {
    setting: capitalised(words.filter((word) => word !== '').join('; ')),
    rowName(one) {
      const names = varied.map((dimension) => headingWithout(one.key, dimension, without, manifest))
      const size = isSizeTold && x?.name !== 'n' ? [`n = ${count(one.key.n)}`] : []
      if (along !== null) return [along(one), ...size, ...names].join(', ')
      // The size stands beside the name of the network.
      return names.toSpliced(varied[0] === 'topology' ? 1 : 0, 0, ...size).join(', ')
    },
  }
}

/** “degree = 4”, “m = 128”. */
function alongText(results: Results, x: Quantity): (one: Comparison) => string {
  const valueIn = valuesAlong(results, x)
  return (one) =>
    x.swept === null ? `${x.name} = ${figure(valueIn(one)!)}` : facetLabel(x.swept, one.key, results.manifest)
}
