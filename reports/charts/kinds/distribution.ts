import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { count, counted, figure as numeral } from '../../wording/numbers.ts'
import { titled } from '../../wording/titles.ts'
import { type Figure, labelIn, labels, planFigures } from '../data/chart-plan.ts'
import { measuredOf, runRecords } from '../data/observations.ts'
import { dotsMax, type Lane, type Strips, stripChart } from '../forms/strip-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import { spreadScale } from '../sheet/scales.ts'
import { sweptGroups } from './against-n.ts'

/** Fewer runs do not show how they are distributed. */
const runsMin = 5

/** How a cost is distributed over the runs of one size, the largest unless it is given; only where it varies at all. */
export function distribution(
  results: Results,
  measure: ShownMeasure,
  n: number | undefined,
  look: Look,
): Chart[] {
  return figuresOf(results, measure, n).flatMap((figure) => draw(figure, measure, n, look))
}

/** Whether one chart shows it all. Delays have a chart of their own. */
export function isOneDistribution(results: Results, measure: ShownMeasure): boolean {
  const figures = figuresOf(results, measure, undefined)
  return figures.length === 1 && figures[0]!.panel !== 'delay'
}

function figuresOf(results: Results, measure: ShownMeasure, n: number | undefined): Figure[] {
  const candidates = n === undefined ? sweptGroups(results, measure) : results.groups
  const enough = candidates.filter(
    ({ complete }) => complete.length >= runsMin && quantile(valuesOf(complete, measure), 0.5) > 0,
  )
  return planFigures(results, ofSize(enough, n))
}

/** The groups of the given size; where none is given, of each topology and setting that of the largest size. */
export function ofSize(groups: readonly Group[], n: number | undefined): Group[] {
  if (n !== undefined) return groups.filter(({ key }) => key.n === n)
  return largestOf(groups, ({ key: { n: _, ...rest } }) => JSON.stringify(rest))
}

/** Of the groups with the same key the one with the largest n. */
function largestOf(groups: readonly Group[], key: (group: Group) => string): Group[] {
  return [...groupBy(groups, key).values()].map((members) =>
    members.reduce((a, b) => (b.key.n > a.key.n ? b : a)),
  )
}

function draw(figure: Figure, measure: ShownMeasure, n: number | undefined, look: Look): Chart[] {
  const { manifest, numbers } = figure
  const series = labels(figure, figure.colour)
  const panelOf = (group: Group) => `${labelIn(figure, group, figure.panel)}, n = ${count(group.key.n)}`
  const varies = ({ complete }: Group) => new Set(valuesOf(complete, measure)).size > 1
  const panels = new Set(figure.groups.filter(varies).map(panelOf))
  const groups = figure.groups.filter((group) => panels.has(panelOf(group)))
  if (groups.length === 0) return []
  const [first] = groups
  const place = labels(figure, figure.panel).length > 1 ? `${labelIn(figure, first!, figure.panel)}, ` : ''
  const where = `${place}n = ${count(first!.key.n)}`
  const medianOf = ({ complete }: Group) => quantile(valuesOf(complete, measure), 0.5)
  const lanes = groups.map((group): Lane => {
    const runs = measuredOf(group.complete, measure, numbers)
    const median = medianOf(group)
    return {
      panel: panelOf(group),
      name: labelIn(figure, group, figure.colour),
      series: labelIn(figure, group, figure.colour),
      runs: varies(group)
        ? runs.map(({ value, row }) => ({ value: relative(value, median), row }))
        : [{ value: 1, row: runs[0]!.row }],
      bound: null,
      note: `${varies(group) ? 'median' : 'always'} ${numeral(median)}`,
    }
  })
  const title = titled(
    figure,
    `distribution of ${measure} at ${n === undefined ? 'the largest size' : `n = ${count(n)}`}`,
  )
  const chart: Strips = {
    name: `distribution-of-${measure}${n === undefined ? '' : `-n-${n}`}${figure.suffix}`,
    title,
    caption: caption({
      title,
      marks: [
        `Costs are relative to the median of their row, which is written at its right`,
        ...stripSentences(groups),
      ],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) =>
      runRecords(group, measure, numbers).map(({ row, ...record }) => ({
        ...record,
        relative_to_median: relative(record[measure] as number, medianOf(group)),
        row: row!,
      })),
    ),
    subtitle: [
      [figure.setting, panels.size === 1 ? where : ''].filter((part) => part !== '').join('; '),
      stripLegend(groups),
    ],
    axis: `${measure}, relative to the median`,
    series,
    lanes,
    scaleOf: spreadScale,
  }
  return [stripChart(chart, look)]
}

const relative = (value: number, median: number): number => Number((value / median).toPrecision(9))

/** What a chart of strips says if it shows only the first of many networks. */
export function leftOut(networks: number, max: number): string {
  return networks <= max ? '' : `; the first ${max} of ${count(networks)} networks, all others in summary.csv`
}

/** What the dots and boxes of a chart of strips are. */
export function stripLegend(groups: readonly Group[], bounds = false): string {
  const runs = groups.map(({ complete }) => complete.length)
  const fewest = Math.min(...runs)
  const most = Math.max(...runs)
  const range = fewest === most ? '' : `${count(fewest)} to `
  const dots = most > dotsMax ? '1% of' : 'one of'
  const marks =
    most === 1
      ? 'Coloured mark: the only sampled run'
      : `Each dot: ${dots} ${range}${counted(most, 'sampled run')}; box: quartiles; coloured mark: median`
  return `${marks}${bounds ? '; black mark: the theorem, at its largest' : ''}`
}

/** The same in the sentences of a caption. */
export function stripSentences(groups: readonly Group[], bounds = false): string[] {
  const runs = groups.map(({ complete }) => complete.length)
  const fewest = Math.min(...runs)
  const most = Math.max(...runs)
  const range = fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`
  const dots = most > dotsMax ? `one of ${dotsMax} quantiles of` : 'one of'
  return [
    ...(most === 1
      ? ['Coloured marks are single sampled runs']
      : [
          `Each dot is ${dots} ${range} sampled runs`,
          'Boxes reach from quartile to quartile, the coloured mark in them is the median',
        ]),
    bounds ? 'Thin dark marks are the bounds that the theorems claim, at their largest' : '',
  ]
}
