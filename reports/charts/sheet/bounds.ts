import type { ClaimData } from '../../../experiments/cell/claim-data.ts'
import { textWidth } from '../../fonts/text-width.ts'
import { groupBy } from '../../group-by.ts'
import { quantile } from '../../statistics/describe.ts'
import { claimedValues, expectedValues, type Group } from '../../statistics/groups.ts'
import type { ShownMeasure } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { type ChartPlan as Figure, labelIn, labels } from '../data/chart-plan.ts'
import { textColours } from './palette.ts'
import { type Point, placeLabels } from './place-labels.ts'
import type { Scale } from './scale.ts'
import type { Sheet as Grid } from './sheet.ts'

/** A claim as a curve over n. */
export interface Bound {
  readonly panel: string
  readonly label: string
  /** What is written where the label has no room. Default: that it is the claimed bound. */
  readonly brief?: string
  /** The colour of the label: that of the one series that the bound is about. */
  readonly colour: string
  readonly points: readonly { readonly n: number; readonly value: number }[]
}

/** Each claim's curve, by its median where it differs between replicates; the same curve only once. */
export function boundCurves(figure: Figure, measure: ShownMeasure, look: Look): Bound[] {
  const series = labels(figure, figure.colour)
  const colours = textColours(series, look)
  const families = groupBy(allClaimed(figure.groups, measure), ({ group, claim }) =>
    JSON.stringify([labelIn(figure, group, figure.panel), labelIn(figure, group, figure.colour), claim]),
  )
  const curves = [...families.values()].map((members): Bound => {
    const { group, claim } = members[0]!
    return {
      panel: labelIn(figure, group, figure.panel),
      label: boundLabel(claim),
      colour: colours[series.indexOf(labelIn(figure, group, figure.colour))]!,
      points: members
        .map(({ group, values }) => ({ n: group.key.n, value: quantile(values, 0.5) }))
        .sort((a, b) => a.n - b.n),
    }
  })
  const same = groupBy(curves, ({ panel, label, points }) => JSON.stringify([panel, label, points]))
  return [...same.values()].map(([curve, ...more]) =>
    more.length === 0 ? curve! : { ...curve!, colour: look.ink.bound },
  )
}

interface Claimed {
  readonly group: Group
  readonly claim: ClaimData
  readonly values: readonly number[]
}

/** What is claimed of each group: of its runs, and of their mean. */
function allClaimed(groups: readonly Group[], measure: ShownMeasure): Claimed[] {
  const all = groups.flatMap((group): Claimed[] => {
    const claim = group.claims[measure]
    const mean = group.means[measure]
    return [
      ...(claim === null ? [] : [{ group, claim, values: claimedValues(group, measure) }]),
      // A symbol that only its algorithm explains would say nothing as a label.
      ...(mean === null || mean === claim || Object.keys(mean.where).length > 0
        ? []
        : [{ group, claim: mean, values: expectedValues(group, measure) }]),
    ]
  })
  return all.filter(({ values }) => values.length > 0)
}

/** A plot in units of the look's scale, so that distances in it mean the same in all looks. */
export interface Frame {
  readonly x: Scale
  readonly y: Scale
  readonly width: number
  readonly height: number
  /** The size of the font that bounds are labelled in. */
  readonly font: number
}

export function frameOf(x: Scale, y: Scale, { width, height, look: { scale, sizes } }: Grid): Frame {
  return { x, y, width: width / scale, height: height / scale, font: sizes.label / scale }
}

export const pixelIn = ({ x, y, width, height }: Frame, n: number, value: number): Point => ({
  x: x.toUnit(n) * width,
  y: (1 - y.toUnit(value)) * height,
})

/** A label of a bound, at a point of the chart. */
export interface Tag {
  readonly panel: string
  readonly label: string
  readonly colour: string
  readonly n: number
  readonly value: number
}

const separator = '   '

/** Of the width of a plot: a formula that takes more stands in the tables. */
const labelShare = 0.95

/**
 * Where the labels of one panel's bounds stand. Bounds that run together are labelled side by side, as far as there is
 * room. `medians` are the measured curves, which labels keep clear of.
 */
export function boundTags(
  bounds: readonly Bound[],
  medians: readonly (readonly Point[])[],
  frame: Frame,
  look: Look,
): Tag[] {
  const bundles = bundled(bounds, frame, look)
  const blocks = bundles.map(({ members }) => rowsOf(members, frame))
  const lines = bundles.map(({ points }, i) => ({
    points,
    width: Math.max(...blocks[i]!.map((row) => rowWidth(row, frame))),
    height: (blocks[i]!.length - 1) * lineHeight * frame.font + frame.font,
  }))
  // A median that lies on its bound is no obstacle of its own.
  const apart = medians.filter((median) => !lines.some(({ points }) => runsAlong(median, points, 3)))
  return placeLabels(lines, apart, frame).flatMap((centre, i) =>
    blocks[i]!.flatMap((row, line) => {
      let left = centre.x - rowWidth(row, frame) / 2
      const y = centre.y + (line - (blocks[i]!.length - 1) / 2) * lineHeight * frame.font
      return row.map(({ panel, label, colour }): Tag => {
        const middle = left + width(label, frame) / 2
        left += width(label + separator, frame)
        return {
          panel,
          label,
          colour,
          n: Number(frame.x.fromUnit(middle / frame.width).toPrecision(5)),
          value: Number(frame.y.fromUnit(1 - y / frame.height).toPrecision(5)),
        }
      })
    }),
  )
}

/** Bounds that run together share a place. */
interface Bundle {
  readonly points: readonly Point[]
  readonly members: Bound[]
}

function bundled(bounds: readonly Bound[], frame: Frame, { ink }: Look): Bundle[] {
  const bundles: Bundle[] = []
  for (const whole of bounds.filter(({ points }) => points.length > 0)) {
    const fits = width(whole.label, frame) <= labelShare * frame.width
    const bound = fits ? whole : { ...whole, label: whole.brief ?? 'the claimed bound' }
    const points = bound.points.map(({ n, value }) => pixelIn(frame, n, value))
    const bundle = bundles.find((other) => runsAlong(points, other.points, 8))
    const twin = bundle?.members.findIndex(({ label }) => label === bound.label) ?? -1
    if (bundle === undefined) bundles.push({ points, members: [bound] })
    else if (twin < 0) bundle.members.push(bound)
    else bundle.members[twin] = { ...bound, colour: ink.bound }
  }
  return bundles
}

/** Between the rows of labels, as a multiple of the font's size. */
const lineHeight = 1.25

/** Labels side by side, in as few rows as the plot is wide enough for. */
function rowsOf(members: readonly Bound[], frame: Frame): Bound[][] {
  const rows: Bound[][] = []
  for (const bound of members) {
    const last = rows.at(-1)
    if (last !== undefined && rowWidth([...last, bound], frame) <= labelShare * frame.width) last.push(bound)
    else rows.push([bound])
  }
  return rows
}

const width = (text: string, { font }: Frame): number => textWidth(text, font, 'italic')

const rowWidth = (row: readonly Bound[], frame: Frame): number =>
  width(row.map(({ label }) => label).join(separator), frame)

/** Whether two lines over the same sizes are at most so many pixels apart on average. */
export function runsAlong(a: readonly Point[], b: readonly Point[], pixels: number): boolean {
  if (a.length !== b.length || a.some(({ x }, i) => Math.abs(x - b[i]!.x) > 1)) return false
  return a.reduce((sum, { y }, i) => sum + Math.abs(y - b[i]!.y), 0) <= pixels * a.length
}
