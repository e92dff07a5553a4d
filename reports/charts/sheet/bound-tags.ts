import { textWidth } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import type { Bound } from './bounds.ts'
import { type Point, placeLabels } from './place-labels.ts'
import type { Scale } from './scale.ts'
import type { Sheet } from './sheet.ts'

/** A plot in units of the look's scale, so that distances in it mean the same in all looks. */
export interface Frame {
  readonly x: Scale
  readonly y: Scale
  readonly width: number
  readonly height: number
  /** The size of the font that bounds are labelled in. */
  readonly font: number
}

export function frameOf(x: Scale, y: Scale, { width, height, look: { scale, sizes } }: Sheet): Frame {
  return { x, y, width: width / scale, height: height / scale, font: sizes.label / scale }
}

export const pixelIn = ({ x, y, width, height }: Frame, n: number, value: number): Point => ({
  x: x.toUnit(n) * width,
  y: (1 - y.toUnit(value)) * height,
})

/** A label of a bound, at a point of the chart. */
interface Tag {
  readonly panel: string
  readonly label: string
  readonly colour: string
  readonly n: number
  readonly value: number
}

const separator = '   '

/** A label may take this share of the width of a plot. A longer formula is left to the tables. */
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
  // A median that lies on a bound is avoided together with that bound.
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
