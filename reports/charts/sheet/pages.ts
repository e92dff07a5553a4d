import type { Look } from '../../themes/look.ts'
import type { Chart } from './chart.ts'
import type { Draft, Page } from './panels.ts'

/** Panels may become lower than their look wants them by this factor, before a figure is spread over more pages. */
const leastShare = 0.6

/** Draws some of the parts of a figure, such as its panels. */
export type Draw<T> = (parts: readonly T[], look: Look, page: Page | undefined) => Draft

/**
 * Charts of these parts that are no higher than a page of the look: one if all fit on it, otherwise as few as hold
 * them, each with about the same number of parts.
 */
export const onPages = <T>(parts: readonly T[], look: Look, draw: Draw<T>): Chart[] =>
  onPagesEach([parts], look, draw)

/** The same for parts in blocks, each of which begins a page. */
export function onPagesEach<T>(blocks: readonly (readonly T[])[], look: Look, draw: Draw<T>): Chart[] {
  const pages = blocks.flatMap((parts) => pagesOf(parts, blocks.length > 1, look, draw))
  return pages.map((page, i) => {
    const place = pages.length === 1 ? undefined : { number: i + 1, of: pages.length }
    return fitted(page, look, place, draw).chart
  })
}

/** As few pages as hold the parts. A page that is one of several says so in its title. */
function pagesOf<T>(parts: readonly T[], isOneOfSeveral: boolean, look: Look, draw: Draw<T>): T[][] {
  for (let of = 1; ; of++) {
    const pages = split(parts, of)
    const place = of > 1 || isOneOfSeveral ? { number: 1, of: 2 } : undefined
    if (of >= parts.length || pages.every((page) => fits(fitted(page, look, place, draw), look))) return pages
  }
}

/** Whether a page of the look has room for this part of a figure, if it is alone on it. */
export const fitsAlone = <T>(part: T, look: Look, draw: Draw<T>): boolean =>
  fits(fitted([part], look, { number: 1, of: 2 }, draw), look)

const fits = ({ height }: Draft, look: Look): boolean => height <= tallest(look)

/** The height that a figure of this look can have. */
const tallest = ({ page }: Look): number => page.height ?? page.tallest ?? Number.POSITIVE_INFINITY

/** The chart with panels as high as its look wants them, or lower if it is too high for the page otherwise. */
function fitted<T>(parts: readonly T[], look: Look, page: Page | undefined, draw: Draw<T>): Draft {
  const draft = draw(parts, look, page)
  const excess = draft.height - tallest(look)
  if (excess <= 0) return draft
  const lower = draw(parts, { ...look, panels: (count) => lowered(look, count, excess) }, page)
  return fits(lower, look) ? lower : draft
}

function lowered(look: Look, count: number, excess: number): ReturnType<Look['panels']> {
  const { columns, height } = look.panels(count)
  const rows = Math.ceil(count / columns)
  return { columns, height: Math.max(leastShare * height, Math.floor(height - excess / rows)) }
}

/** A list in so many parts of about equal length. */
export function split<T>(list: readonly T[], parts: number): T[][] {
  const end = (i: number) => Math.round((i * list.length) / parts)
  return Array.from({ length: parts }, (_, i) => list.slice(end(i), end(i + 1))).filter(
    ({ length }) => length > 0,
  )
}
