import type { Manifest } from '../../../experiments/cell/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import type { Group, GroupKey, Results } from '../../statistics/groups.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { type Dimension, dimensions, specOf } from '../../wording/dimensions.ts'
import { count } from '../../wording/numbers.ts'
import { circumstanceWithout, headingWithout, keyWithout } from './key-without.ts'
import { type Quantity, sizeQuantity } from './quantity.ts'
import type { Swept } from './swept.ts'

/** What tells groups apart in a chart: by colour, or by panel. */
interface Facet {
  /** `algorithm`, `n`, `wakeup_k`. */
  readonly name: string
  readonly labelOf: (key: GroupKey) => string
}

/** What lies along the axis and what tells groups apart, where someone asks for it. */
export interface AskedPlan {
  readonly x: Quantity
  readonly series: Swept | null
  readonly panel: Swept | null
}

/** Which groups one chart shows, and what tells them apart in it. */
export interface ChartPlan {
  /** Sets the chart's file apart from those of its siblings; empty if it has none. */
  readonly suffix: string
  readonly groups: readonly Group[]
  readonly manifest: Manifest
  readonly numbers: Results['numbers']
  readonly x: Quantity
  readonly colour: Facet
  readonly panel: Facet
  /** What all groups have in common, in words. */
  readonly setting: string
}

/** More series are not told apart by colour. */
export const seriesMax = 8

/** No more charts of one kind than this; the others are in the summary. */
const siblingsMax = 4

export const usualPlan: AskedPlan = { x: sizeQuantity, series: null, panel: null }

/** The groups that have a value in everything that is asked for. */
export function toldApart(groups: readonly Group[], { series, panel }: AskedPlan): Group[] {
  const asked = [series, panel].filter((one) => one !== null)
  return groups.filter(({ key }) => asked.every(({ read }) => read(key) !== null))
}

/** A facet that a plan may use, and the value that it has in a group. */
interface Candidate extends Facet {
  readonly read: (key: GroupKey) => string
}

/**
 * Gives each dimension that the sweep varies a place: algorithms are told apart by colour, topologies by panel, unless
 * something else is asked for; where there is only one of these, the next dimension takes the place. Sizes are one more
 * dimension where they do not lie along the axis. What still varies is spread over several charts.
 */
export function planCharts(
  { manifest, numbers }: Results,
  groups: readonly Group[],
  { x, series, panel: panelAsked }: AskedPlan = usualPlan,
): ChartPlan[] {
  const taken = [x.swept, series, panelAsked].filter((one) => one !== null)
  const ofDimension = (dimension: Dimension): Candidate => ({
    name: dimension,
    read: (key) => specOf(keyWithout(key, taken), dimension),
    labelOf: (key) => headingWithout(key, dimension, taken, manifest),
  })
  const free = dimensions.filter((dimension) => taken.every((one) => one.dimension !== dimension))
  const sizesApart = x.swept !== null && taken.every(({ name }) => name !== 'n')
  const candidates = [...free.map(ofDimension), ...(sizesApart ? [sizes] : [])]
  const varied = candidates.filter(({ read }) => new Set(groups.map(({ key }) => read(key))).size > 1)
  const valuesOf = ({ read }: Candidate) => new Set(groups.map(({ key }) => read(key))).size
  const take = (wanted: Dimension, max: number): Facet => {
    const found =
      varied.find(({ name }) => name === wanted) ?? varied.find((candidate) => valuesOf(candidate) <= max)
    if (found !== undefined) varied.splice(varied.indexOf(found), 1)
    return found ?? ofDimension(wanted)
  }
  const asked = (swept: Swept | null): Facet | null =>
    swept && { name: swept.name, labelOf: (key) => facetLabel(swept, key, manifest) }
  const panelWanted =
    asked(panelAsked) ??
    (varied.some(({ name }) => name === 'topology') ? take('topology', Number.POSITIVE_INFINITY) : null)
  const colour = asked(series) ?? take('algorithm', seriesMax)
  const panel = panelWanted ?? take('topology', 12)
  const bySetting = groupBy(groups, ({ key }) => JSON.stringify(varied.map(({ read }) => read(key))))
  return [...bySetting.values()].slice(0, siblingsMax).map((members) => {
    const { key } = members[0]!
    const constant = candidates.filter(
      (one) =>
        one.name !== 'algorithm' &&
        (![colour.name, panel.name].includes(one.name) ||
          new Set(members.map((member) => one.read(member.key))).size < 2),
    )
    const words = constant.map(({ name }) =>
      name === 'n' ? `n = ${count(key.n)}` : circumstanceWithout(key, name as Dimension, taken, manifest),
    )
    return {
      suffix: varied.map(({ read }) => `-${slug(read(key))}`).join(''),
      groups: members,
      manifest,
      numbers,
      x,
      colour,
      panel,
      setting: capitalised(words.filter((word) => word !== '').join('; ')),
    }
  })
}

const sizes: Candidate = {
  name: 'n',
  read: ({ n }) => `n-${n}`,
  labelOf: ({ n }) => `n = ${count(n)}`,
}

/** The value of something swept; a number alone would not say what it is: “degree = 4”. */
export function facetLabel(swept: Swept, key: GroupKey, manifest: Manifest): string {
  const label = swept.labelOf(key, manifest)
  if (swept.dimension !== null) return label
  const { parameter } = swept
  const short = parameter === null ? swept.name : parameter.name.slice(parameter.within.length + 1)
  return `${short.replaceAll('_', ' ')} = ${label}`
}

/** The label of a group in one facet of its chart. */
export const labelIn = (_: ChartPlan, { key }: Group, facet: Facet): string => facet.labelOf(key)

/** The labels of a chart's groups in one facet, in order of first appearance. */
export function labels(plan: ChartPlan, facet: Facet): string[] {
  return distinct(plan.groups.map((group) => labelIn(plan, group, facet)))
}

/** What was run of all that a chart shows; a group of runs of all sizes has no size of its own. */
export function sweptKeys({ groups, x }: ChartPlan): readonly GroupKey[] {
  return x.swept === null ? groups.flatMap(({ complete }) => complete) : groups.map(({ key }) => key)
}

/** A value as a part of the names of files. */
export const slug = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
