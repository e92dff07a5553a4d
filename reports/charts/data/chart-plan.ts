import type { Manifest } from '../../../experiments/cell/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { circumstance, type Dimension, dimensions, headingOf, specOf } from '../../wording/dimensions.ts'

/** Which groups one chart shows, and what tells them apart in it. */
export interface ChartPlan {
  /** Sets the chart's file apart from those of its siblings; empty if it has none. */
  readonly suffix: string
  readonly groups: readonly Group[]
  readonly manifest: Manifest
  readonly numbers: Results['numbers']
  readonly colour: Dimension
  readonly panel: Dimension
  /** What all groups have in common, in words. */
  readonly setting: string
}

/** More series are not told apart by colour. */
export const seriesMax = 8

/** No more charts of one kind than this; the others are in the summary. */
const siblingsMax = 4

/**
 * Gives each dimension that the sweep varies a place: algorithms are told apart by colour, topologies by panel; where
 * there is only one of these, the next dimension takes the place. What still varies is spread over several charts.
 */
export function planCharts({ manifest, numbers }: Results, groups: readonly Group[]): ChartPlan[] {
  const varied = dimensions.filter((dimension) => valuesIn(groups, dimension) > 1)
  const take = (wanted: Dimension, max: number): Dimension => {
    const found = [wanted, ...varied].find(
      (dimension) =>
        varied.includes(dimension) && (dimension === wanted || valuesIn(groups, dimension) <= max),
    )
    if (found !== undefined) varied.splice(varied.indexOf(found), 1)
    return found ?? wanted
  }
  const panelWanted = varied.includes('topology') ? take('topology', Number.POSITIVE_INFINITY) : null
  const colour = take('algorithm', seriesMax)
  const panel = panelWanted ?? take('topology', 12)
  const bySetting = groupBy(groups, ({ key }) =>
    JSON.stringify(varied.map((dimension) => specOf(key, dimension))),
  )
  return [...bySetting.values()].slice(0, siblingsMax).map((members) => {
    const { key } = members[0]!
    // A single algorithm stands in the title.
    const varying: readonly Dimension[] = ['algorithm', colour, panel]
    const constant = dimensions.filter(
      (dimension) => !varying.includes(dimension) || valuesIn(members, dimension) < 2,
    )
    const words = constant.flatMap((dimension) =>
      dimension === 'algorithm' ? [] : circumstance(key, dimension, manifest),
    )
    return {
      suffix: varied.map((dimension) => `-${slug(specOf(key, dimension))}`).join(''),
      groups: members,
      manifest,
      numbers,
      colour,
      panel,
      setting: capitalised(words.filter((word) => word !== '').join('; ')),
    }
  })
}

/** The label of a group in one dimension of its chart. */
export function labelIn({ manifest }: ChartPlan, { key }: Group, dimension: Dimension): string {
  return headingOf(key, dimension, manifest)
}

/** The labels of a chart's groups in one dimension, in order of first appearance. */
export function labels(plan: ChartPlan, dimension: Dimension): string[] {
  return distinct(plan.groups.map((group) => labelIn(plan, group, dimension)))
}

const valuesIn = (groups: readonly Group[], dimension: Dimension): number =>
  new Set(groups.map(({ key }) => specOf(key, dimension))).size

const slug = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
