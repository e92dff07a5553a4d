import { distinct, groupBy } from '../../group-by.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { lineSentence, runWords } from '../../wording/runs.ts'
import { titled } from '../../wording/titles.ts'
import { type Figure, labelIn, labels, planFigures } from '../data/chart-plan.ts'
import { type Divisor, divided } from '../data/divisor.ts'
import { keyColumns } from '../data/observations.ts'
import { curveChart } from '../forms/curve-chart.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import { singleRuns, spot, sweptGroups } from './against-n.ts'

/**
 * The flat-line test: cost / bound against n. Where the curve is flat, the cost grows as the bound does; where it is
 * 1, the bound is attained.
 */
export function overBound(results: Results, measure: ShownMeasure, divisor: Divisor, look: Look): Chart[] {
  const groups = sweptGroups(results, measure).filter(
    (group) => divided(group, measure, divisor, results.numbers).length > 0,
  )
  return planFigures(results, groups).map((figure) => draw(figure, measure, divisor, look))
}

function draw(figure: Figure, measure: ShownMeasure, divisor: Divisor, look: Look): Chart {
  const { groups, manifest, numbers } = figure
  const ratios = new Map(groups.map((group) => [group, divided(group, measure, divisor, numbers)]))
  const spots = new Map(groups.map((group) => [group, spot(figure, group, ratios.get(group)!, false)]))
  const repeated = groups.some(({ complete }) => complete.length > 1)
  const bound = divisor === null ? claimWords(groups, measure) : divisor.text
  const title = titled(figure, `${measure} divided by ${divisor === null ? 'the ' : ''}${bound}`)
  const legend = [
    runWords(groups),
    repeated ? 'band: smallest to largest' : '',
    divisor === null ? 'dashed: as claimed' : '',
  ]
  return curveChart(
    {
      name: `${measure}-over-${divisor === null ? 'bound' : slug(divisor.source)}${figure.suffix}`,
      title,
      subtitle: [figure.setting, legend.filter((part) => part !== '').join('; ')],
      caption: caption({
        title,
        marks: [
          'Where a line is flat, the cost grows as what it is divided by',
          divisor === null ? claimSentence(figure, measure) : '',
          lineSentence(groups),
          repeated ? 'Bands reach from the smallest to the largest ratio' : '',
        ],
        keys: groups.map(({ key }) => key),
        manifest,
      }),
      data: groups.map((group) => ({
        ...keyColumns(group.key),
        measure,
        divided_by: divisor === null ? boundLabel(group.claims[measure]!) : divisor.source,
        runs: ratios.get(group)!.length,
        median_ratio: spots.get(group)!.median,
        min_ratio: spots.get(group)!.low,
        max_ratio: spots.get(group)!.high,
        row: spots.get(group)!.row,
      })),
      axis: `${measure} / ${divisor === null ? bound : `(${bound})`}`,
      panels: labels(figure, figure.panel),
      series: labels(figure, figure.colour),
      spots: [...spots.values()],
      runs: singleRuns(figure, (group) => ratios.get(group)!),
      bounds: divisor === null ? lineAtOne(figure, measure, look) : [],
    },
    look,
  )
}

/** What the claims are called together: a mean is no bound. */
function claimWords(groups: readonly Group[], measure: ShownMeasure): string {
  const kinds = distinct(groups.map(({ claims }) => claims[measure]!.kind))
  if (!kinds.includes('expected')) return 'bound'
  return kinds.length === 1 ? 'claimed mean' : 'claimed value'
}

/** Whose claims they are: “The claims: ≤ ecc + 1 (Flooding), ≤ 2m (Depth-first spanning tree)”. */
function claimSentence(figure: Figure, measure: ShownMeasure): string {
  const { manifest, groups } = figure
  const titles = new Map(manifest.algorithms.map(({ name, title }) => [name, title]))
  const claims = groups.map(
    ({ key, claims }) => `${boundLabel(claims[measure]!)} (${titles.get(key.algorithm) ?? key.algorithm})`,
  )
  return `What is claimed of the ${measure}, at the dashed line: ${distinct(claims).join(', ')}`
}

/** The line at 1, which stands for the claim of the panel; where there are several, for each run's own. */
function lineAtOne(figure: Figure, measure: ShownMeasure, look: Look): Bound[] {
  const panels = groupBy(figure.groups, (group) => labelIn(figure, group, figure.panel))
  return [...panels].map(([panel, members]) => {
    const sizes = distinct(members.map(({ key }) => key.n)).sort((a, b) => a - b)
    const claims = distinct(members.map(({ claims }) => boundLabel(claims[measure]!)))
    return {
      panel,
      label: claims.length === 1 ? claims[0]! : 'as claimed',
      colour: look.ink.bound,
      points: sizes.map((n) => ({ n, value: 1 })),
    }
  })
}

const slug = (formula: string): string =>
  formula
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
