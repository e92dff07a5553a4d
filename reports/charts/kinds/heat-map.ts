import { InputError, titleOf } from '../../../engine/index.ts'
import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import type { Group, GroupKey, Results } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { circumstance, type Dimension, dimensions, headingOf, specOf } from '../../wording/dimensions.ts'
import { count } from '../../wording/numbers.ts'
import { runWords } from '../../wording/runs.ts'
import { costAxis, titled } from '../../wording/titles.ts'
import { divided } from '../data/divisor.ts'
import {
  costliest,
  keyColumns,
  type Measured,
  measuredOf,
  type Observation,
  valuesIn as valuesOf,
} from '../data/observations.ts'
import { keyWithout, type Swept, sweptIn, sweptNamed, valuesIn } from '../data/swept.ts'
import { heatChart } from '../forms/heat-chart.ts'
import type { Chart } from '../sheet/chart.ts'

/** No more panels than this. */
const panelsMax = 9

export interface HeatMapOptions {
  /** What lies along each side, as `sweptNamed` reads it; undefined: chosen among what the sweep varies. */
  readonly x: string | undefined
  readonly y: string | undefined
  readonly measure: ShownMeasure
  readonly value: 'median' | 'over-bound'
}

type Sides = readonly [x: Swept, y: Swept]

/** Throws an InputError unless the sides are two different things that a sweep can vary. */
export function checkSides({ x, y }: Pick<HeatMapOptions, 'x' | 'y'>): void {
  for (const [side, name] of Object.entries({ x, y }))
    try {
      if (name !== undefined) sweptNamed(name)
    } catch (error) {
      throw error instanceof InputError ? new InputError(`chart heat-map: ${side}: ${error.message}`) : error
    }
  if (x !== undefined && x === y) throw new InputError(`chart heat-map: x and y are both ${x}`)
}

/** A cost, or cost / bound, over two things that the sweep varies; a panel for each setting of all others. */
export function heatMap(results: Results, look: Look, options: HeatMapOptions): Chart[] {
  const { measure, value } = options
  const { manifest, numbers } = results
  const costs = (group: Group): Measured[] =>
    value === 'median' ? measuredOf(group.complete, measure, numbers) : divided(group, measure, null, numbers)
  const measured = results.groups.filter((group) => costs(group).length > 0)
  const sides = sidesOf(measured, options)
  if (sides === null) return []
  const placed = measured.filter(({ key }) => sides.every((side) => side.read(key) !== null))
  const groups = sides.some(({ name }) => name === 'n') ? placed : atOneSize(placed)
  const settings = [...groupBy(groups, ({ key }) => settingOf(key, sides)).values()]
  const shown = settings.slice(0, panelsMax).flat()
  if (sides.some((side) => valuesIn(shown, side).length < 2)) return []
  const { setting, headerOf } = wordsFor(shown, sides, results)
  const what = value === 'median' ? measure : `${measure} / bound`
  const title = titled({ groups: shown, manifest }, `${what} by ${sides[0].words} and ${sides[1].words}`)
  const subtitle = [
    setting,
    runWords(shown, 'Each cell') +
      (settings.length > panelsMax ? `; the first ${panelsMax} of ${count(settings.length)} settings` : ''),
  ]
  const [across, down] = sides.map((side) => {
    const values = valuesIn(shown, side)
    const keys = values.map((one) => shown.find(({ key }) => side.read(key) === one)!.key)
    const numeric = values.every((one) => typeof one === 'number')
    return { title: side.title, numeric, values, labels: keys.map((key) => side.labelOf(key, manifest)) }
  })
  const cells = shown.map((group) => ({
    group,
    panel: headerOf(group),
    column: across!.values.indexOf(sides[0].read(group.key)!),
    line: down!.values.indexOf(sides[1].read(group.key)!),
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
  return [
    heatChart(
      {
        name: `${measure}${value === 'median' ? '' : '-over-bound'}-by-${slug(sides[0])}-and-${slug(sides[1])}`,
        title,
        subtitle,
        caption: caption({ title, marks: subtitle, keys: shown.map(({ key }) => key), manifest }),
        data: cells.map(record),
        legend: value === 'median' ? costAxis(measure, shown) : what,
        across: across!,
        down: down!,
        cells: cells.map(({ group: _, ...cell }) => cell),
      },
      look,
    ),
  ]
}

/** The sides that are asked for; for those that are not, the first of what is varied. */
function sidesOf(groups: readonly Group[], options: HeatMapOptions): Sides | null {
  const given = { x: named(options.x), y: named(options.y) }
  const free = sweptIn(groups).filter(({ name }) => name !== given.x?.name && name !== given.y?.name)
  const x = given.x ?? free.shift()
  const y = given.y ?? free.shift()
  return x === undefined || y === undefined ? null : [x, y]
}

const named = (name: string | undefined): Swept | undefined =>
  name === undefined ? undefined : sweptNamed(name)

/** The groups of the size that most of them have; the largest such. */
function atOneSize(groups: readonly Group[]): Group[] {
  const bySize = [...groupBy(groups, ({ key }) => String(key.n)).values()]
  const fuller = (a: Group[], b: Group[]) => b.length - a.length || (b[0]?.key.n ?? 0) - (a[0]?.key.n ?? 0)
  return bySize.sort(fuller)[0] ?? []
}

/** The dimensions that are no side of the map. A number in their specs may be one all the same. */
const othersThan = (sides: Sides): Dimension[] =>
  dimensions.filter((one) => sides.every(({ dimension }) => dimension !== one))

function settingOf(key: GroupKey, sides: Sides): string {
  const rest = keyWithout(key, sides)
  return JSON.stringify(othersThan(sides).map((dimension) => specOf(rest, dimension)))
}

/** What all cells have in common, and what the panel of a cell is called. */
function wordsFor(groups: readonly Group[], sides: Sides, { manifest }: Results) {
  const rests = groups.map(({ key }) => keyWithout(key, sides))
  const others = othersThan(sides)
  const varied = others.filter((one) => new Set(rests.map((rest) => specOf(rest, one))).size > 1)
  const fixed = others.filter((one) => one !== 'algorithm' && !varied.includes(one))
  const { key: first } = groups[0]!
  const words = [
    ...fixed.map((one) => familyIn(first, one, sides) ?? circumstance(first, one, manifest)),
    sides.some(({ name }) => name === 'n') ? '' : `n = ${count(first.n)}`,
  ]
  return {
    setting: capitalised(words.filter((word) => word !== '').join('; ')),
    headerOf: ({ key }: Group) =>
      varied.map((one) => familyIn(key, one, sides) ?? headingOf(key, one, manifest)).join(', '),
  }
}

/** What is left of a spec of which numbers lie along the sides; null where none do. */
function familyIn(key: GroupKey, dimension: Dimension, sides: Sides): string | null {
  const entry = sides.find(({ parameter }) => parameter?.within === dimension)?.parameter?.entry
  if (entry === undefined) return null
  const rest = specOf(keyWithout(key, sides), dimension)
  const family = rest === entry.name ? titleOf(entry) : rest
  return dimension === 'delay' ? `asynchronous, delays ${family}` : family
}

const slug = ({ name }: Swept): string => name.replace(':', '-')
