import type { Look } from '../../../reports/themes/look.ts'
import { overlap, type Point } from './polygons.ts'
import { type Line, type Shapes, shapesIn, type Text } from './shapes.ts'

/** The height of a page of a paper, and the least sizes of letters in print and on a slide of 7.5 inches, in points. */
const limits = { page: 8 * 72, print: 5, slide: 18 } as const

/** What may mislead the reader of a drawing, or keep it from being read: a sentence for each fault. */
export function faultsIn(svg: string, look: Look): string[] {
  const shapes = shapesIn(svg)
  return [
    ...tooTall(shapes, look),
    ...tooSmall(shapes, look),
    ...clipped(shapes),
    ...overlapping(shapes),
    ...covered(shapes),
    ...withoutLabel(shapes),
    ...labelsOff(shapes),
    ...alikeInGrey(shapes),
  ]
}

const tooTall = ({ height }: Shapes, { unit }: Look): string[] =>
  unit === 'pt' && height > limits.page
    ? [`the figure is taller than a page: ${(height / 72).toFixed(2)} inches`]
    : []

function tooSmall({ texts, unit }: Shapes, { name }: Look): string[] {
  const least = name === 'slides' ? limits.slide : limits.print
  const small = texts.filter(({ size }) => size * unit < least - 0.05)
  return small.map(({ text, size }) => `“${text}” is too small: ${(size * unit).toFixed(2)} points`)
}

function clipped({ texts, view: [x, y, width, height] }: Shapes): string[] {
  const slack = 0.5
  const out = (at: Point) =>
    at.x < x - slack || at.y < y - slack || at.x > x + width + slack || at.y > y + height + slack
  return texts.filter(({ box }) => box.some(out)).map(({ text }) => `“${text}” is clipped`)
}

function overlapping({ texts }: Shapes): string[] {
  return texts.flatMap((one, i) =>
    texts
      .slice(i + 1)
      .filter((other) => overlap(one.box, other.box, 0.5))
      .map((other) => `“${one.text}” and “${other.text}” overlap`),
  )
}

/** Texts on points, lines or bounds. Those of a key lie beside their samples. */
function covered({ texts, marks, lines }: Shapes): string[] {
  const segments = lines.flatMap(({ points }) => points.slice(1).map((to, i) => [points[i]!, to]))
  const dot = ({ x, y }: Point) => [
    { x: x - 1, y },
    { x, y: y - 1 },
    { x: x + 1, y },
    { x, y: y + 1 },
  ]
  return texts.flatMap(({ text, box }) => [
    ...(marks.some(({ at }) => overlap(box, dot(at))) ? [`“${text}” covers a point`] : []),
    ...(segments.some((segment) => overlap(box, segment)) ? [`“${text}” covers a line`] : []),
  ])
}

const dashed = ({ lines }: Shapes): Line[] => lines.filter(({ dash }) => dash !== '')
const samples = (shapes: Shapes): Line[] => dashed(shapes).filter(({ key }) => key !== null)

/** Whether a sample is for a panel: it stands in the key of the figure, or in the panel's own. */
const isFor = (sample: Line, panel: number): boolean => sample.key === 'figure' || sample.panel === panel

/** Dashed lines that no key explains to someone who sees colours and dashes. */
function withoutLabel(shapes: Shapes): string[] {
  const bounds = dashed(shapes).filter(({ key }) => key === null)
  const explains = (sample: Line, bound: Line) =>
    isFor(sample, bound.panel) && sample.dash === bound.dash && sample.stroke === bound.stroke
  return bounds
    .filter((bound) => !samples(shapes).some((sample) => explains(sample, bound)))
    .map(({ panel, dash }) => `a line dashed ${dash} in panel ${panel} has no label`)
}

/** Samples of lines whose words stand somewhere else. */
function labelsOff(shapes: Shapes): string[] {
  const beside = ({ points, key }: Line) => {
    const right = points.reduce((a, b) => (b.x > a.x ? b : a))
    return (text: Text) => {
      const [left, , , below] = text.box
      const gap = left!.x - right.x
      return text.key === key && gap >= 0 && gap < text.size && left!.y < right.y && right.y < below!.y
    }
  }
  return samples(shapes)
    .filter((sample) => !shapes.texts.some(beside(sample)))
    .map(({ dash }) => `the label of the line dashed ${dash} is off its line`)
}

/** Bounds of one panel whose samples do not differ without colours. */
function alikeInGrey(shapes: Shapes): string[] {
  const all = samples(shapes)
  return all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter((other) => one.dash === other.dash && (isFor(one, other.panel) || isFor(other, one.panel)))
      .map(() => `two bounds have the dash ${one.dash}`),
  )
}
