import { groupBy } from '../group-by.ts'
import { textWidth } from '../render/text-width.ts'
import { quantile } from '../statistics/describe.ts'
import type { ShownMeasure } from '../statistics/shown-claim.ts'
import { boundLabel } from '../wording/claim-text.ts'
import { type Figure, labelIn, labels } from './figures.ts'
import { textColours } from './palette.ts'
import { type Point, placeLabels } from './place-labels.ts'
import type { Scale } from './scales.ts'
import { ink, sizes } from './theme.ts'

/** A claim as a curve over n. */
export interface Bound {
  readonly panel: string
  readonly label: string
  /** The colour of the label: that of the one series that the bound is about. */
  readonly colour: string
  readonly points: readonly { readonly n: number; readonly value: number }[]
}

/** Each claim's curve, by its median where it differs between replicates; the same curve only once. */
export function boundCurves(figure: Figure, measure: ShownMeasure): Bound[] {
  const series = labels(figure, figure.colour)
  const claimed = figure.groups.filter(({ claims }) => claims[measure] !== null)
  const families = groupBy(claimed, (group) =>
    JSON.stringify([
      labelIn(figure, group, figure.panel),
      labelIn(figure, group, figure.colour),
      group.claims[measure],
    ]),
  )
  const curves = [...families.values()].map((members): Bound => {
    const first = members[0]!
    const points = members.flatMap((group) => {
      const values = group.rows.flatMap((row) => row[`${measure}_claim`] ?? []).filter(Number.isFinite)
      return values.length === 0 ? [] : [{ n: group.key.n, value: quantile(values, 0.5) }]
    })
    return {
      panel: labelIn(figure, first, figure.panel),
      label: boundLabel(first.claims[measure]!),
      colour: textColours(series)[series.indexOf(labelIn(figure, first, figure.colour))]!,
      points: points.sort((a, b) => a.n - b.n),
    }
  })
  const same = groupBy(curves, ({ panel, label, points }) => JSON.stringify([panel, label, points]))
  return [...same.values()].map(([curve, ...more]) =>
    more.length === 0 ? curve! : { ...curve!, colour: ink.bound },
  )
}

export interface Frame {
  readonly x: Scale
  readonly y: Scale
  readonly width: number
  readonly height: number
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

/**
 * Where the labels of one panel's bounds stand. Bounds that run together are labelled side by side.
 * `medians` are the measured curves, which labels keep clear of.
 */
export function boundTags(
  bounds: readonly Bound[],
  medians: readonly (readonly Point[])[],
  frame: Frame,
): Tag[] {
  const bundles: { readonly points: Point[]; readonly members: Bound[] }[] = []
  for (const bound of bounds.filter(({ points }) => points.length > 0)) {
    const points = bound.points.map(({ n, value }) => pixelIn(frame, n, value))
    const bundle = bundles.find((other) => runsAlong(points, other.points, 8))
    if (bundle === undefined) bundles.push({ points, members: [bound] })
    else bundle.members.push(bound)
  }
  const text = ({ members }: { members: readonly Bound[] }) =>
    members.map(({ label }) => label).join(separator)
  const width = (label: string) => textWidth(label, sizes.label, 'italic')
  const lines = bundles.map((bundle) => ({
    points: bundle.points,
    width: width(text(bundle)),
    height: sizes.label,
  }))
  // A median that lies on its bound is no obstacle of its own.
  const apart = medians.filter((median) => !lines.some(({ points }) => runsAlong(median, points, 3)))
  return placeLabels(lines, apart, frame).flatMap((centre, i) => {
    let left = centre.x - lines[i]!.width / 2
    return bundles[i]!.members.map(({ panel, label, colour }): Tag => {
      const middle = left + width(label) / 2
      left += width(label) + width(separator)
      return {
        panel,
        label,
        colour,
        n: Number(frame.x.fromUnit(middle / frame.width).toPrecision(5)),
        value: Number(frame.y.fromUnit(1 - centre.y / frame.height).toPrecision(5)),
      }
    })
  })
}

/** Whether two lines over the same sizes are at most so many pixels apart on average. */
export function runsAlong(a: readonly Point[], b: readonly Point[], pixels: number): boolean {
  if (a.length !== b.length || a.some(({ x }, i) => Math.abs(x - b[i]!.x) > 1)) return false
  return a.reduce((sum, { y }, i) => sum + Math.abs(y - b[i]!.y), 0) <= pixels * a.length
}
