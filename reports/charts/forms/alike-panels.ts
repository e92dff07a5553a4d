import { groupBy } from '../../group-by.ts'
import { count, listing } from '../../wording/numbers.ts'
import type { Curves } from './curves.ts'

/** Costs that differ by no more than this are alike: nobody sees it in a panel. */
const slight = 1.01

/** The subtitle names no more panels than this that are drawn as one; the caption names all. */
const namedMax = 5

/**
 * Draws panels once that show the same: those with the same series and sizes, in which no median, no end of a band and no
 * bound differs by more than 1% from the first of them. Its heading counts them, the caption and the subtitle say which
 * they are; the figure's table has all.
 */
export function withoutRepetition(curves: Curves): Curves {
  const groups = alikePanels(curves)
  if (groups.every(([, ...others]) => others.length === 0)) return curves
  const headerOf = new Map(groups.map((members) => [members[0]!, headerFor(members)]))
  const shown = <T extends { readonly panel: string }>(all: readonly T[]) =>
    all.flatMap((one) => {
      const panel = headerOf.get(one.panel)
      return panel === undefined ? [] : [{ ...one, panel }]
    })
  const sentences = groups
    .filter((members) => members.length > 1)
    .map((members) => ({ brief: standsFor(members, namedMax), full: standsFor(members, members.length) }))
  return {
    ...curves,
    subtitle: [...curves.subtitle, sentences.map(({ brief }) => brief).join('; ')],
    caption: [curves.caption, ...sentences.map(({ full }) => `${full}.`)].join(' '),
    panels: [...headerOf.values()],
    spots: shown(curves.spots),
    runs: shown(curves.runs),
    bounds: shown(curves.bounds),
  }
}

/** The panels, each with those that show the same as it does. */
function alikePanels({ panels, spots, bounds }: Curves): string[][] {
  const spotsOf = groupBy(spots, ({ panel }) => panel)
  const boundsOf = groupBy(bounds, ({ panel }) => panel)
  const pictures = new Map(
    panels.map((panel) => [
      panel,
      [
        ...(spotsOf.get(panel) ?? []).flatMap(({ series, n, ...values }) =>
          [values.low, values.median, values.high].map((value) => ({ place: `${series} ${n}`, value })),
        ),
        ...(boundsOf.get(panel) ?? []).flatMap(({ label, series, points }) =>
          points.map(({ n, value }) => ({ place: `${label} ${series} ${n}`, value })),
        ),
      ],
    ]),
  )
  const groups: string[][] = []
  for (const panel of panels) {
    const found = groups.find(([first]) => areAlike(pictures.get(first!)!, pictures.get(panel)!))
    if (found === undefined) groups.push([panel])
    else found.push(panel)
  }
  return groups
}

type Mark = { readonly place: string; readonly value: number }

function areAlike(one: readonly Mark[], other: readonly Mark[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ place, value }, i) => {
      const beside = other[i]!
      const [least, most] = [Math.min(value, beside.value), Math.max(value, beside.value)]
      return place === beside.place && (least === most || (least > 0 && most <= least * slight))
    })
  )
}

/** “Constant and 4 more”. */
const headerFor = ([first, ...others]: readonly string[]): string =>
  others.length < 2 ? listing([first!, ...others]) : `${first} and ${count(others.length)} more`

/** “One panel for Constant, Exponential and Pareto (within 1% of the first)”. */
function standsFor(members: readonly string[], most: number): string {
  const named =
    members.length <= most
      ? members
      : [...members.slice(0, most - 1), `${count(members.length - most + 1)} more`]
  return `One panel for ${listing(named)} (within 1% of the first)`
}
