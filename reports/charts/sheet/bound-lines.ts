import { distinct, groupBy } from '../../group-by.ts'
import type { Look } from '../../themes/look.ts'
import type { Bound } from './bounds.ts'
import type { KeyEntry } from './key.ts'

/** A bound as it is drawn. */
interface BoundLine extends Bound {
  readonly colour: string
  readonly dash: readonly number[]
}

/** An entry of the key for each line of a bound; all panels in which it has the same look share it. */
export interface BoundEntry extends KeyEntry {
  /** The series that it is about; null if it is about several, or none. */
  readonly series: string | null
}

/** Dashes that differ in print without colours, in units of the look's scale. */
const dashes = [
  [7, 4],
  [1.5, 3],
  [11, 3, 1.5, 3],
  [3.5, 2.5],
  [16, 5],
  [11, 3, 1.5, 3, 1.5, 3],
  [16, 3, 5, 3],
  [5, 2, 1.5, 2, 1.5, 2, 1.5, 2],
] as const

/** No more bounds than this are told apart without colours. */
export const boundsMax = dashes.length

/**
 * How bounds are drawn: in the hue of what they are about, each in a dash of its own. Bounds that coincide in a panel
 * are one line, with one entry in the key. `ink` says which colour goes with a series.
 */
export function boundLines(
  bounds: readonly Bound[],
  ink: (series: string) => string,
  look: Look,
): { readonly lines: readonly BoundLine[]; readonly entries: readonly BoundEntry[] } {
  const merged = [...groupBy(bounds, ({ panel }) => panel).values()].flatMap(withoutTwins)
  const idOf = ({ label, series }: Bound) => JSON.stringify([label, series])
  const ids = distinct(merged.map(idOf))
  const looks = (bound: Bound) => ({
    colour: bound.series === null ? look.ink.bound : ink(bound.series),
    dash: dashes[ids.indexOf(idOf(bound)) % dashes.length]!.map((length) =>
      Number((length * look.scale).toFixed(2)),
    ),
  })
  return {
    lines: merged.map((bound) => ({ ...bound, ...looks(bound) })),
    entries: ids.map((id) => {
      const bound = merged.find((one) => idOf(one) === id)!
      return { text: bound.label, series: bound.series, ...looks(bound) }
    }),
  }
}

/** The points of lines, as data of a figure. */
export const lineSpots = (lines: readonly BoundLine[]): object[] =>
  lines.flatMap(({ panel, label, colour, dash, points }) =>
    points.map((point) => ({ panel, label, colour, dash, ...point })),
  )

/** The bounds of a panel; those that coincide become one that names all of them. */
function withoutTwins(bounds: readonly Bound[]): Bound[] {
  const groups: Bound[][] = []
  for (const bound of bounds) {
    const twins = groups.find(([first]) => coincide(first!, bound))
    if (twins === undefined) groups.push([bound])
    else twins.push(bound)
  }
  return groups.map((twins) => {
    const about = distinct(twins.map(({ series }) => series))
    return {
      ...twins[0]!,
      label: distinct(twins.map(({ label }) => label)).join(' and '),
      series: about.length === 1 ? about[0]! : null,
    }
  })
}

/** Whether two bounds are the same at all sizes, as far as can be seen. */
function coincide(a: Bound, b: Bound): boolean {
  const close = (p: number, q: number) => Math.abs(p - q) <= 0.005 * Math.max(Math.abs(p), Math.abs(q))
  return (
    a.points.length === b.points.length &&
    a.points.every(({ n, value }, i) => n === b.points[i]!.n && close(value, b.points[i]!.value))
  )
}
