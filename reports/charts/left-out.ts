import { type Measure, spelled } from '../../engine/index.ts'
import { cataloguedDimensions, parametrisedDimensions } from '../../experiments/cell/index.ts'
import { distinct, groupBy } from '../group-by.ts'
import { type Group, type GroupKey, type Results, valuesOf } from '../statistics/groups.ts'
import { type Dimension, dimensions, dimensionTitles, labelOf, specOf } from '../wording/dimensions.ts'
import { count, listing } from '../wording/numbers.ts'
import type { Observation } from './data/observations.ts'
import { sweptNamed } from './data/swept.ts'
import type { ChartKind } from './kinds/index.ts'
import type { AskedChart } from './parse-chart.ts'
import type { Chart } from './sheet/chart.ts'

/** What the charts of one kind do not show although they are about it. */
export interface LeftOut {
  /** As a sentence without its full stop: “Not shown: delays exponential; to see them: --chart …”. */
  readonly sentence: string
  /** Whether sizes alone are missing. */
  readonly sizesOnly: boolean
}

/** No more values than this are named. */
const namedMax = 6

/** What no chart that was drawn for one wish shows; null if they show all that their kind is about. */
export function leftOutOf(charts: readonly Chart[], asked: AskedChart, results: Results): LeftOut | null {
  const { about = measuredGroups } = asked.kind
  const all = about(results, asked.values)
  const shown = new Set(charts.flatMap(({ data }) => data.flatMap(keysOf)))
  const sizes = charts.every(({ data }) => data.every(({ n }) => n !== null))
  const placeOf = (key: GroupKey, algorithm = key.algorithm) => pointOf({ ...key, algorithm }, sizes)
  const missing = all.filter(({ key }) => !shown.has(placeOf(key)))
  if (missing.length === 0 || shown.size === 0) return null
  const seen = all.filter((group) => !missing.includes(group))
  const wholly = missingValues(missing, seen, results, sizes)
  const words =
    wholly.length > 0
      ? `Not shown: ${wholly.map(({ words }) => words).join('; ')}`
      : `Not shown: ${count(missing.length)} of ${count(all.length)} points, such as ${pointWords(missing[0]!, all, results)}`
  const several = wholly.length === 0 ? missing.length > 1 : wholly.length > 1 || wholly[0]!.count > 1
  return {
    sentence: `${words}; to see ${several ? 'the first of them' : 'it'}: --chart ${hint(asked, missing[0]!, wholly, all)}`,
    sizesOnly: wholly.length > 0 && wholly.every(({ name }) => name === 'n'),
  }
}

/** The groups of which some run has the cost that is shown. */
const measuredGroups: NonNullable<ChartKind['about']> = ({ groups }, { measure = 'messages' }) =>
  groups.filter(({ complete }) => valuesOf(complete, measure as Measure).length > 0)

/** The points of the sweep that a record of a figure’s table stands for. */
function keysOf(record: Observation): string[] {
  if (record.topology === undefined || record.algorithm === undefined) return []
  const others = [record.other, record.baseline].filter((name) => typeof name === 'string')
  return [record.algorithm, ...others].map((algorithm) =>
    pointOf({ ...(record as unknown as GroupKey), algorithm: String(algorithm) }, record.n !== null),
  )
}

const pointOf = (key: GroupKey, sizes: boolean): string =>
  JSON.stringify([...dimensions.map((dimension) => specOf(key, dimension)), sizes ? key.n : null])

/** Values of a dimension that are in no chart. */
interface Missing {
  readonly name: Dimension | 'n'
  readonly words: string
  readonly count: number
  readonly key: GroupKey
}

function missingValues(
  missing: readonly Group[],
  seen: readonly Group[],
  { manifest }: Results,
  sizes: boolean,
): Missing[] {
  const named = (labels: readonly string[]) =>
    labels.length > namedMax
      ? `${labels.slice(0, namedMax - 1).join(', ')} and ${labels.length - namedMax + 1} more`
      : listing(labels)
  const found = dimensions.flatMap((name): Missing[] => {
    const values = new Set(seen.map(({ key }) => specOf(key, name)))
    const absent = missing.filter(({ key }) => !values.has(specOf(key, name)))
    if (absent.length === 0) return []
    // Specs as they are typed: their words have commas.
    const isSpec = cataloguedDimensions.some((one) => one === name)
    const labels = distinct(
      absent.map(({ key }) => (isSpec ? specOf(key, name) : labelOf(key, name, manifest))),
    )
    const words = `${dimensionTitles[name].toLowerCase()} ${named(labels)}`
    return [{ name, words, count: labels.length, key: absent[0]!.key }]
  })
  const present = new Set(seen.map(({ key }) => key.n))
  const absent = sizes ? missing.filter(({ key }) => !present.has(key.n)) : []
  if (absent.length === 0) return found
  const labels = distinct(absent.map(({ key }) => key.n)).sort((a, b) => a - b)
  return [
    ...found,
    { name: 'n', words: `n = ${named(labels.map(count))}`, count: labels.length, key: absent[0]!.key },
  ]
}

/** What tells a point from others, in words. */
function pointWords({ key }: Group, all: readonly Group[], { manifest }: Results): string {
  const told = dimensions.filter((one) => groupBy(all, (group) => specOf(group.key, one)).size > 1)
  const words = told.map((one) => labelOf(key, one, manifest))
  return [...words, `n = ${count(key.n)}`].filter((word) => word !== '').join(', ')
}

/** The spec of a chart of the same kind that shows what is missing. */
function hint(
  { kind, given }: AskedChart,
  first: Group,
  wholly: readonly Missing[],
  all: readonly Group[],
): string {
  const [missing] = wholly
  const key = missing?.key ?? first.key
  const told = dimensions.filter((one) => groupBy(all, (group) => specOf(group.key, one)).size > 1)
  const names = missing === undefined ? told : [missing.name]
  const conditions = names.map((name) => `${nameIn(key, name)}=${valueIn(key, name)}`)
  const where = [given.where, ...conditions].filter((one) => one !== undefined)
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => !isLacking(key, value)))
  const spec =
    missing?.name === 'n' && 'n' in kind.parameters
      ? spelled(kind, { ...kept, n: key.n })
      : spelled(kind, { ...kept, where: where.join(' & ') })
  return `'${spec}'`
}

/** Whether a value names a parameter that the point does not have, as a ring has no degree. */
function isLacking(key: GroupKey, value: number | string | undefined): boolean {
  const isParameter = parametrisedDimensions.some((one) => String(value).startsWith(`${one}_`))
  return isParameter && sweptNamed(String(value)).read(key) === null
}

/** Rounds have no delays; they are a timing. */
const nameIn = (key: GroupKey, name: Dimension | 'n'): string =>
  name === 'delay' && key.delay === null ? 'timing' : name

function valueIn(key: GroupKey, name: Dimension | 'n'): string {
  const value = name === 'n' ? String(key.n) : specOf(key, name)
  return value.includes(',') || value.includes('&') ? `(${value})` : value
}
